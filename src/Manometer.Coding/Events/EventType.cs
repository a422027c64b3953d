namespace Manometer.Coding;

/// <summary>Types of political events, those of PLOVER (Open Event Data Alliance, 2016).</summary>
public enum EventType
{
    /// <summary>No cue of any type.</summary>
    None,

    /// <summary>Agrees, offers, promises.</summary>
    Agree,

    /// <summary>Meets, visits, mediates.</summary>
    Consult,

    /// <summary>Praises, endorses, opens relations.</summary>
    Support,

    /// <summary>Gives in to those it governs or opposes.</summary>
    Concede,

    /// <summary>Works together in deed.</summary>
    Cooperate,

    /// <summary>Gives aid, arms or asylum.</summary>
    Aid,

    /// <summary>Withdraws, disarms, returns.</summary>
    Retreat,

    /// <summary>Demands, asks, urges.</summary>
    Demand,

    /// <summary>Accuses, condemns, complains.</summary>
    Disapprove,

    /// <summary>Investigates.</summary>
    Investigate,

    /// <summary>Refuses, vetoes, opposes.</summary>
    Reject,

    /// <summary>Threatens, warns, announces harm.</summary>
    Threaten,

    /// <summary>Demonstrates, strikes, blocks.</summary>
    Protest,

    /// <summary>Moves or readies forces.</summary>
    Mobilize,

    /// <summary>Ends or cuts what it gave: aid, trade, relations.</summary>
    Sanction,

    /// <summary>Arrests, bans, seizes.</summary>
    Coerce,

    /// <summary>Kills, bombs, abducts.</summary>
    Assault,

    /// <summary>Fights with arms.</summary>
    Fight,
}
