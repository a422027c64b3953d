stamped by the notary, see the letter
