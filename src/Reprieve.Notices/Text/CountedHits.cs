using System.Collections;
using System.Runtime.InteropServices;
using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>The wordings of a field that count, in the order of the text, body first: no history, and boilerplate only if asked for.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CountedHits(NoticeText[] parts, CueField field, bool boilerplate) : IEnumerable<CueHit>
{
    public Walk GetEnumerator() => new(parts, field, boilerplate);

    IEnumerator<CueHit> IEnumerable<CueHit>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A walk through them that needs no memory of its own.</summary>
    [StructLayout(LayoutKind.Auto)]
    public struct Walk(NoticeText[] parts, CueField field, bool boilerplate) : IEnumerator<CueHit>
    {
        private ArraySegment<CueHit> _hits = parts[0].HitsOf(field);
        private int _part;
        private int _at = -1;

        public readonly CueHit Current => _hits[_at];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            while (true)
            {
                if (++_at < _hits.Count)
                {
                    Sentence sentence = _hits[_at].Sentence;
                    if (!sentence.IsHistory && (boilerplate || !sentence.IsBoilerplate))
                    {
                        return true;
                    }
                }
                else if (++_part < parts.Length)
                {
                    (_hits, _at) = (parts[_part].HitsOf(field), -1);
                }
                else
                {
                    return false;
                }
            }
        }

        public void Reset() => (_hits, _part, _at) = (parts[0].HitsOf(field), 0, -1);

        public readonly void Dispose() { }
    }
}
