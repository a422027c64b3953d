namespace Manometer.Assessment;

/// <summary>Words of a text with weights of length 1, ordered by their hash.</summary>
internal sealed class WordVector(ulong[] words, double[] weights)
{
    /// <summary>Cosine of the two, 0 to 1.</summary>
    public double Cosine(WordVector other)
    {
        var (theirs, theirWeights) = (other.Hashes, other.Weights);
        double sum = 0;
        for (int i = 0, j = 0; i < words.Length && j < theirs.Length;)
        {
            if (words[i] == theirs[j])
                sum += weights[i++] * theirWeights[j++];
            else if (words[i] < theirs[j])
                i++;
            else
                j++;
        }

        return sum;
    }

    private ulong[] Hashes => words;

    private double[] Weights => weights;
}
