"""Claims of a report, read by rules that are data. The stages, in the order in which a text goes through them.

| stage | what goes in | what comes out |
|---|---|---|
| `sentences` | text | sentences with their tokens; quotations that run over several |
| `actors` | tokens | spans that name who fights |
| `times` | text | time expressions with their days |
| `chunks` | tokens, actors, times, resolved places | a row of chunks: places, actors, verbs, nouns, small words |
| `clauses` | a row | subjects, objects, what prepositions lead to |
| `events` | a row | events: what a verb or noun says happens to which places |
| `speech` | a row | who says what, and how far the words reach |
| `reading` | events, speeches, what was read before | claims |

`words` holds the rules and word lists; `claim` is the record; `extract` is the way in.
"""
