namespace Reprieve.Amazon;

/// <summary>What a pull brought.</summary>
/// <param name="Files">Names of the files.</param>
/// <param name="Notes">What there is nothing of, or was refused, in the screen's language.</param>
/// <param name="Troubles">What is missing yet.</param>
public sealed record PullResult(
    IReadOnlyList<string> Files,
    IReadOnlyList<string> Notes,
    IReadOnlyList<PullTrouble> Troubles
);

/// <summary>A part that could not be had.</summary>
/// <param name="Part">Its name.</param>
/// <param name="Sentence">What is wrong and what to do, in the screen's language.</param>
/// <param name="Passes">Whether the next run may have it; otherwise somebody has to put something right first.</param>
public sealed record PullTrouble(string Part, string Sentence, bool Passes);

/// <summary>How far a pull is.</summary>
/// <param name="Done">Parts that ended.</param>
/// <param name="All">All parts.</param>
/// <param name="Rows">Rows that this run brought page by page.</param>
public sealed record PullProgress(int Done, int All, long Rows);
