namespace Reprieve.Amazon.Notifications;

/// <summary>A step that a person does in the AWS console.</summary>
/// <param name="Text">What to do, in the screen's language.</param>
/// <param name="Paste">What is to be pasted or chosen there, word for word; null for nothing.</param>
public sealed record HandStep(string Text, string? Paste = null);
