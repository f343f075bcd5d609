# Dead letters grouped by version, by age, by edge; what is done is about the letters of the bucket.
recording tests/screens/data/night.jsonl
size 120x36
at end
keys 4 s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── DEAD LETTERS  41 ────────────────────────────────────────────────────────────────────────────────────── by version ──
|      COUNT  IN 10m    VERSION / EDGE                                            OLDEST  NEWEST  REQUEUE?         VALUE
|> !!     38  +38       > invoice.draft@4.0.0       billing>ledger                    8m     16s       yes     EUR 59831
|  !       3  steady    > no contract named         reviewer>deploy and 1 more       12m     12m        no
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
|
|── invoice.draft@4.0.0   38 letters ────────────────────────────────────────────────────────────────────────────────────
| WHY       contract-refused billing>ledger (38)
| SINCE     03:04:12, the newest 03:12:24
| REQUEUE   fits 38 of 38
| VALUE     EUR 59831
|
|
|
|
|
|
| groups: by version of the contract
| B put back  E escalate  X discard  Space mark  * all  Enter open  s sort  / filter  c copy  e change  ? help
keys l
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── DEAD LETTERS  41 ────────────────────────────────────────────────────────────────────────────────────── by version ──
|      COUNT  IN 10m    VERSION / EDGE                                            OLDEST  NEWEST  REQUEUE?         VALUE
|> !!     38  +38       v invoice.draft@4.0.0       billing>ledger                    8m     16s       yes     EUR 59831
|                         h-9a11     03:04:12  1 try   "due_date: string, not date"                              EUR 890
|                         h-9a12     03:04:25  1 try   "due_date: string, not date"                              EUR 927
|                         h-9a13     03:04:39  1 try   "due_date: string, not date"                              EUR 964
|                         h-9a14     03:04:52  1 try   "due_date: string, not date"                             EUR 1001
|                         h-9a15     03:05:05  1 try   "due_date: string, not date"                             EUR 1038
|                         h-9a16     03:05:19  1 try   "due_date: string, not date"                             EUR 1075
|                         h-9a17     03:05:32  1 try   "due_date: string, not date"                             EUR 1112
|                         h-9a18     03:05:45  1 try   "due_date: string, not date"                             EUR 1149
|                         h-9a19     03:05:58  1 try   "due_date: string, not date"                             EUR 1186
|                         h-9a1a     03:06:12  1 try   "due_date: string, not date"                             EUR 1223
|                         h-9a1b     03:06:25  1 try   "due_date: string, not date"                             EUR 1260
|                         h-9a1c     03:06:38  1 try   "due_date: string, not date"                             EUR 1297
|                         h-9a1d     03:06:52  1 try   "due_date: string, not date"                             EUR 1334
|                         h-9a1e     03:07:05  1 try   "due_date: string, not date"                             EUR 1371
|                         h-9a1f     03:07:18  1 try   "due_date: string, not date"                             EUR 1408
|                         h-9a20     03:07:32  1 try   "due_date: string, not date"                             EUR 1445
|                       23 more below
|── invoice.draft@4.0.0   38 letters ────────────────────────────────────────────────────────────────────────────────────
| WHY       contract-refused billing>ledger (38)
| SINCE     03:04:12, the newest 03:12:24
| REQUEUE   fits 38 of 38
| VALUE     EUR 59831
|
|
|
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  s sort  / filter  c copy  e change  ? help
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ────────────────────────────────────────────── by version ──
|      COUNT  IN 10m    VERSION / EDGE                                    OLDEST
|> !!     38  +38       v invoice.draft@4.0.0   billing>ledger                8m
|                         h-9a11     03:04:12  1 try   "due_date: string, not da~
|                         h-9a12     03:04:25  1 try   "due_date: string, not da~
|                         h-9a13     03:04:39  1 try   "due_date: string, not da~
|                         h-9a14     03:04:52  1 try   "due_date: string, not da~
|                         h-9a15     03:05:05  1 try   "due_date: string, not da~
|                         h-9a16     03:05:19  1 try   "due_date: string, not da~
|                         h-9a17     03:05:32  1 try   "due_date: string, not da~
|                       32 more below
|── invoice.draft@4.0.0   38 letters ────────────────────────────────────────────
| WHY       contract-refused billing>ledger (38)
| SINCE     03:04:12, the newest 03:12:24
| REQUEUE   fits 38 of 38
| VALUE     EUR 59831
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── DEAD LETTERS  41 ────────────────────────── by version ──
|      COUNT  IN 10m    VERSION / EDGE                OLDEST
|> !!     38  +38       v invoice.draft@4.0.0             8m
|         h-9a11     03:04:12  "due_date: string, not date"
|         h-9a12     03:04:25  "due_date: string, not date"
|         h-9a13     03:04:39  "due_date: string, not date"
|         h-9a14     03:04:52  "due_date: string, not date"
|         h-9a15     03:05:05  "due_date: string, not date"
|                       34 more below
|── invoice.draft@4.0.0   38 letters ────────────────────────
| WHY       contract-refused billing>ledger (38)
| SINCE     03:04:12, the newest 03:12:24
| REQUEUE   fits 38 of 38
| VALUE     EUR 59831
|
|
| B put back  E escalate  X discard  Space mark  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── DEAD LETTERS  41 ────── by version ──
|      COUNT  VERSION / EDGE      OLDEST
|> !!     38  v invoice.draft@4.~     8m
|         h-9a11     03:04:12  "due_date~
|         h-9a12     03:04:25  "due_date~
|         h-9a13     03:04:39  "due_date~
|         h-9a14     03:04:52  "due_date~
|         h-9a15     03:05:05  "due_date~
|         h-9a16     03:05:19  "due_date~
|             33 more below
| B put back  E escalate  ? help
# by age
size 120x36
keys s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── DEAD LETTERS  41 ────────────────────────────────────────────────────────────────────────────────────────── by age ──
|      COUNT  IN 10m    DIED / EDGE                                               OLDEST  NEWEST  REQUEUE?         VALUE
|> !!     38  +38       > the last 10 minutes       billing>ledger                    8m     16s       yes     EUR 59831
|  !       3  steady    > 10 minutes to an hour     reviewer>deploy and 1 more       12m     12m        no
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
|
|── the last 10 minutes   38 letters ────────────────────────────────────────────────────────────────────────────────────
| WHY       contract-refused billing>ledger (38)
| SINCE     03:04:12, the newest 03:12:24
| REQUEUE   fits 38 of 38
| VALUE     EUR 59831
|
|
|
|
|
|
| groups: by age
| B put back  E escalate  X discard  Space mark  * all  Enter open  s sort  / filter  c copy  e change  ? help
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ────────────────────────────────────────────────── by age ──
|      COUNT  IN 10m    DIED / EDGE                                       OLDEST
|> !!     38  +38       > the last 10 minutes   billing>ledger                8m
|  !       3  steady    > 10 minutes to an hour  reviewer>deploy and 1 m~    12m
|
|
|
|
|
|
|
|── the last 10 minutes   38 letters ────────────────────────────────────────────
| WHY       contract-refused billing>ledger (38)
| SINCE     03:04:12, the newest 03:12:24
| REQUEUE   fits 38 of 38
| VALUE     EUR 59831
|
|
|
| groups: by age
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── DEAD LETTERS  41 ────────────────────────────── by age ──
|      COUNT  IN 10m    DIED / EDGE                   OLDEST
|> !!     38  +38       > the last 10 minutes             8m
|  !       3  steady    > 10 minutes to an hour          12m
|
|
|
|
|
|── the last 10 minutes   38 letters ────────────────────────
| WHY       contract-refused billing>ledger (38)
| SINCE     03:04:12, the newest 03:12:24
| REQUEUE   fits 38 of 38
| VALUE     EUR 59831
|
| groups: by age
| B put back  E escalate  X discard  Space mark  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── DEAD LETTERS  41 ────────── by age ──
|      COUNT  DIED / EDGE         OLDEST
|> !!     38  > the last 10 minu~     8m
|  !       3  > 10 minutes to an~    12m
|
|
|
|
|
| groups: by age
| B put back  E escalate  ? help
# by edge
size 120x36
keys s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── DEAD LETTERS  41 ───────────────────────────────────────────────────────────────────────────────────────── by edge ──
|      COUNT  IN 10m    EDGE / REASON                                             OLDEST  NEWEST  REQUEUE?         VALUE
|> !!     38  +38       > billing>ledger            contract-refused                  8m     16s       yes     EUR 59831
|  !       2  steady    > reviewer>deploy           deadline-passed                  12m     12m        no
|  !       1  steady    > support>notify            no-consumer                      12m     12m
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
|── billing>ledger   38 letters ─────────────────────────────────────────────────────────────────────────────────────────
| WHY       contract-refused (38)
| SINCE     03:04:12, the newest 03:12:24
| REQUEUE   fits 38 of 38
| VALUE     EUR 59831
|
|
|
|
|
|
| groups: by edge
| B put back  E escalate  X discard  Space mark  * all  Enter open  s sort  / filter  c copy  e change  ? help
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ───────────────────────────────────────────────── by edge ──
|      COUNT  IN 10m    EDGE / REASON                                     OLDEST
|> !!     38  +38       > billing>ledger        contract-refused              8m
|  !       2  steady    > reviewer>deploy       deadline-passed              12m
|  !       1  steady    > support>notify        no-consumer                  12m
|
|
|
|
|
|
|── billing>ledger   38 letters ─────────────────────────────────────────────────
| WHY       contract-refused (38)
| SINCE     03:04:12, the newest 03:12:24
| REQUEUE   fits 38 of 38
| VALUE     EUR 59831
|
|
|
| groups: by edge
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── DEAD LETTERS  41 ───────────────────────────── by edge ──
|      COUNT  IN 10m    EDGE / REASON                 OLDEST
|> !!     38  +38       > billing>ledger  contract-r~     8m
|  !       2  steady    > reviewer>deploy  deadline-~    12m
|  !       1  steady    > support>notify  no-consumer    12m
|
|
|
|
|── billing>ledger   38 letters ─────────────────────────────
| WHY       contract-refused (38)
| SINCE     03:04:12, the newest 03:12:24
| REQUEUE   fits 38 of 38
| VALUE     EUR 59831
|
| groups: by edge
| B put back  E escalate  X discard  Space mark  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── DEAD LETTERS  41 ───────── by edge ──
|      COUNT  EDGE / REASON       OLDEST
|> !!     38  > billing>ledger        8m
|  !       2  > reviewer>deploy      12m
|  !       1  > support>notify       12m
|
|
|
|
| groups: by edge
| B put back  E escalate  ? help
# a filter holds, and S turns them round
size 80x24
keys / a g e n t : b i l l i n g Enter S
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ───────────────────────── 3 hidden, filter: agent:billing ──
|      COUNT  IN 10m    EDGE / REASON                                     OLDEST
|> !!     38  +38       > billing>ledger        contract-refused              8m
|
|
|
|
|
|
|
|
|── billing>ledger   38 letters ─────────────────────────────────────────────────
| WHY       contract-refused (38)
| SINCE     03:04:12, the newest 03:12:24
| REQUEUE   fits 38 of 38
| VALUE     EUR 59831
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys Esc f
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41  only what grows ─────────────────────────────── 3 hidden ──
|      COUNT  IN 10m    EDGE / REASON                                     OLDEST
|> !!     38  +38       > billing>ledger        contract-refused              8m
|
|
|
|
|
|
|
|
|── billing>ledger   38 letters ─────────────────────────────────────────────────
| WHY       contract-refused (38)
| SINCE     03:04:12, the newest 03:12:24
| REQUEUE   fits 38 of 38
| VALUE     EUR 59831
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys Esc X
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ─────────────────────────────────────── by edge, reversed ──
|      COUNT  IN 10m    EDGE / REASON                                     OLDEST
|  !       1  steady    > support>notify        no-consumer                  12m
|  !       2  steady    > reviewer>deploy       deadline-passed              12m
|> !!     38  +38       > billing>ledger        contract-refused              8m
|
|
|
|═══ DISCARD 38 dead letters  sha256:f94b179f6fdc9be0 ═══════ nothing sent yet ══
|    h-9a11  billing>ledger  invoice.draft@4  invoice inv-4400: EUR 890
|    h-9a12  billing>ledger  invoice.draft@4  invoice inv-4401: EUR 927
|    h-9a13  billing>ledger  invoice.draft@4  invoice inv-4402: EUR 964
|    h-9a14  billing>ledger  invoice.draft@4  invoice inv-4403: EUR 1001
|    h-9a15  billing>ledger  invoice.draft@4  invoice inv-4404: EUR 1038
|    h-9a16  billing>ledger  invoice.draft@4  invoice inv-4405: EUR 1075
|    h-9a17  billing>ledger  invoice.draft@4  invoice inv-4406: EUR 1112
|    h-9a18  billing>ledger  invoice.draft@4  invoice inv-4407: EUR 1149
|    total EUR 59831   30 of 38 not on this screen   one kind, one edge
| how   a copy is written first; :restore brings it back
| note   needed: type why, then Tab, then the key
| Tab Enter leave the note   Esc go back   Enter never sends
