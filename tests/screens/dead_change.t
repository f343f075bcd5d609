# Lines that change artifacts, with a dry run.
recording tests/screens/data/versions.jsonl
size 80x24
at end
keys 4 j e
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── CHANGE  contract  billing>ledger ───────────── 6 letters, nothing sent yet ──
|   a adds a line: move /a /b, rename /a b, set /x 5, drop /y
|
|
|
|
|
|── DRY RUN  0 fit, 6 still do not ──────────────────────────────────────────────
|     4  ledger does not take invoice.draft/4.0.0
|     2  no fallback
|── i-304  letter 1 of 6 ──────────────────────────────────────── does not fit ──
| BEFORE    {"invoice":"inv-4","due_date":20261201,"confidence":0.940000000000000
|           1}
| WHY NOT   no fallback
| AFTER     {"invoice":"inv-4","due_date":20261201,"confidence":0.940000000000000
|           1}
|
|
|
|
| a add  Enter edit  d drop  n next letter  B put back (asks)  Esc close  ? help
keys a d r o p Space / d u e _ d a t e Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── CHANGE  contract  billing>ledger ───────────── 6 letters, nothing sent yet ──
|> 1  drop /due_date
|
|
|
|
|
|── DRY RUN  0 fit, 6 still do not ──────────────────────────────────────────────
|     4  ledger does not take invoice.draft/4.0.0
|     2  /due_date: missing
|── i-304  letter 1 of 6 ──────────────────────────────────────── does not fit ──
| BEFORE    {"invoice":"inv-4","due_date":20261201,"confidence":0.940000000000000
|           1}
| WHY NOT   /due_date: missing
| AFTER     {"invoice":"inv-4","confidence":0.9400000000000001}
|
|
|
|
|
| a add  Enter edit  d drop  n next letter  B put back (asks)  Esc close  ? help
keys a s e t Space o o p s Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── CHANGE  contract  billing>ledger ───────────── 6 letters, nothing sent yet ──
|  1  drop /due_date
|> 2  set oops
|
|
|
|
|── DRY RUN ─────────────────────────────────────────────────────────────────────
| line 2: that is no JSON Pointer: set /member JSON
|── i-304  letter 1 of 6 ──────────────────────────────────────── does not fit ──
| BEFORE    {"invoice":"inv-4","due_date":20261201,"confidence":0.940000000000000
|           1}
| WHY NOT   no fallback
| AFTER     {"invoice":"inv-4","due_date":20261201,"confidence":0.940000000000000
|           1}
|
|
|
|
|
| a add  Enter edit  d drop  n next letter  B put back (asks)  Esc close  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  9/9 agents                                  Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 26!   5 Incidents 1   6 Registry !   7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m    !  registry drift 2    !  1 loop
|── CHANGE  contract  billing>ledger ───────────────────────────────────────────────────── 6 letters, nothing sent yet ──
|  1  drop /due_date
|> 2  set oops
|
|
|
|
|
|
|
|
|── DRY RUN ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
| line 2: that is no JSON Pointer: set /member JSON
|── i-304  letter 1 of 6 ──────────────────────────────────────────────────────────────────────────────── does not fit ──
| BEFORE    {"invoice":"inv-4","due_date":20261201,"confidence":0.9400000000000001}
| WHY NOT   no fallback
| AFTER     {"invoice":"inv-4","due_date":20261201,"confidence":0.9400000000000001}
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| a add  Enter edit  d drop  n next letter  B put back (asks)  Esc close  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 4Dea 26! 5Inc 1 6Reg! 7Log
|!! billing>ledger broken for 10m  (+3 more)
|── CHANGE  contract  billing>ledger ────────────────────────
|  1  drop /due_date
|> 2  set oops
|
|
|
|── DRY RUN ─────────────────────────────────────────────────
| line 2: that is no JSON Pointer: set /member JSON
|── i-304  letter 1 of 6 ──────────────────── does not fit ──
| BEFORE    {"invoice":"inv-4","due_date":20261201,"confidenc
|           e":0.9400000000000001}
| WHY NOT   no fallback
| AFTER     {"invoice":"inv-4","due_date":20261201,"confidenc
|           e":0.9400000000000001}
|
|
| a add  Enter edit  d drop  n next letter  B put back (asks)
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 4D 26! 5I 1 6R! 7L
|!! billing>ledger broken for 10m  (+3)
|── CHANGE  contract  billing>ledger ────
|  1  drop /due_date
|> 2  set oops
|
|── DRY RUN ─────────────────────────────
| line 2: that is no JSON Pointer: set /~
|── i-304  letter 1 of 6 ────────────────
| BEFORE    {"invoice":"inv-4","due_date~
| WHY NOT   no fallback
| AFTER     {"invoice":"inv-4","due_date~
| a add  Enter edit  d drop
keys B
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 4D 26! 5I 1 6R! 7L
|!! billing>ledger broken for 10m  (+3)
|── CHANGE  contract  billing>ledger ────
|  1  drop /due_date
|> 2  set oops
|
|── DRY RUN ─────────────────────────────
| line 2: that is no JSON Pointer: set /~
|── i-304  letter 1 of 6 ────────────────
| BEFORE    {"invoice":"inv-4","due_date~
| WHY NOT   no fallback
| line 2: that is no JSON Pointer: set /~
| a add  Enter edit  d drop
wishes
