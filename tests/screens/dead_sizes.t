# Dead letters at every size.
recording tests/screens/data/night.jsonl
at end
size 120x36
keys 4 l
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── DEAD LETTERS  41 ───────────────────────────────────────────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                                     OLDEST  NEWEST  REQUEUE?         VALUE
|> !!     38  +38       v contract-refused          billing>ledger                    8m     16s       yes     EUR 59831
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
|                       24 more below
|── billing>ledger   38 letters ─────────────────────────────────────────────────────────────────────────────────────────
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded (03:00:00), the newest 03:12:24
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 38 of 38
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
| VALUE     EUR 59831
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  s sort  / filter  c copy  e change  ? help
size 200x60
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                                                                                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m    !  kyc>fraud LOW: 8 of 8 below .75    7 wait for you, the next deadline in 0:41
|── DEAD LETTERS  41 ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                                                                                                                     OLDEST  NEWEST  REQUEUE?         VALUE
|> !!     38  +38       v contract-refused                      billing>ledger                                                                                        8m     16s       yes     EUR 59831
|                         h-9a11     03:04:12  1 try   "due_date: string, not date"                                                                                                              EUR 890
|                         h-9a12     03:04:25  1 try   "due_date: string, not date"                                                                                                              EUR 927
|                         h-9a13     03:04:39  1 try   "due_date: string, not date"                                                                                                              EUR 964
|                         h-9a14     03:04:52  1 try   "due_date: string, not date"                                                                                                             EUR 1001
|                         h-9a15     03:05:05  1 try   "due_date: string, not date"                                                                                                             EUR 1038
|                         h-9a16     03:05:19  1 try   "due_date: string, not date"                                                                                                             EUR 1075
|                         h-9a17     03:05:32  1 try   "due_date: string, not date"                                                                                                             EUR 1112
|                         h-9a18     03:05:45  1 try   "due_date: string, not date"                                                                                                             EUR 1149
|                         h-9a19     03:05:58  1 try   "due_date: string, not date"                                                                                                             EUR 1186
|                         h-9a1a     03:06:12  1 try   "due_date: string, not date"                                                                                                             EUR 1223
|                         h-9a1b     03:06:25  1 try   "due_date: string, not date"                                                                                                             EUR 1260
|                         h-9a1c     03:06:38  1 try   "due_date: string, not date"                                                                                                             EUR 1297
|                         h-9a1d     03:06:52  1 try   "due_date: string, not date"                                                                                                             EUR 1334
|                         h-9a1e     03:07:05  1 try   "due_date: string, not date"                                                                                                             EUR 1371
|                         h-9a1f     03:07:18  1 try   "due_date: string, not date"                                                                                                             EUR 1408
|                         h-9a20     03:07:32  1 try   "due_date: string, not date"                                                                                                             EUR 1445
|                         h-9a21     03:07:45  1 try   "due_date: string, not date"                                                                                                             EUR 1482
|                         h-9a22     03:07:58  1 try   "due_date: string, not date"                                                                                                             EUR 1519
|                         h-9a23     03:08:11  1 try   "due_date: string, not date"                                                                                                             EUR 1556
|                         h-9a24     03:08:25  1 try   "due_date: string, not date"                                                                                                             EUR 1593
|                         h-9a25     03:08:38  1 try   "due_date: string, not date"                                                                                                             EUR 1630
|                         h-9a26     03:08:51  1 try   "due_date: string, not date"                                                                                                             EUR 1667
|                         h-9a27     03:09:05  1 try   "due_date: string, not date"                                                                                                             EUR 1704
|                         h-9a28     03:09:18  1 try   "due_date: string, not date"                                                                                                             EUR 1741
|                         h-9a29     03:09:31  1 try   "due_date: string, not date"                                                                                                             EUR 1778
|                         h-9a2a     03:09:45  1 try   "due_date: string, not date"                                                                                                             EUR 1815
|                         h-9a2b     03:09:58  1 try   "due_date: string, not date"                                                                                                             EUR 1852
|                         h-9a2c     03:10:11  1 try   "due_date: string, not date"                                                                                                             EUR 1889
|                         h-9a2d     03:10:24  1 try   "due_date: string, not date"                                                                                                             EUR 1926
|                         h-9a2e     03:10:38  1 try   "due_date: string, not date"                                                                                                             EUR 1963
|                         h-9a2f     03:10:51  1 try   "due_date: string, not date"                                                                                                             EUR 2000
|                         h-9a30     03:11:04  1 try   "due_date: string, not date"                                                                                                             EUR 2037
|                         h-9a31     03:11:18  1 try   "due_date: string, not date"                                                                                                             EUR 2074
|                         h-9a32     03:11:31  1 try   "due_date: string, not date"                                                                                                             EUR 2111
|                         h-9a33     03:11:44  1 try   "due_date: string, not date"                                                                                                             EUR 2148
|                         h-9a34     03:11:58  1 try   "due_date: string, not date"                                                                                                             EUR 2185
|                         h-9a35     03:12:11  1 try   "due_date: string, not date"                                                                                                             EUR 2222
|                         h-9a36     03:12:24  1 try   "due_date: string, not date"                                                                                                             EUR 2259
|  !       2  steady    > deadline-passed                       reviewer>deploy                                                                                      12m     12m        no
|  !       1  steady    > no-consumer                           support>notify                                                                                       12m     12m        no
|
|── billing>ledger   38 letters ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded (03:00:00), the newest 03:12:24
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 38 of 38
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
| VALUE     EUR 59831
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  s sort  / filter  c copy  e change  :ops operations  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── DEAD LETTERS  41 ───────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE         OLDEST
|> !!     38  +38       v contract-r~ billing>ledger      8m
|         h-9a11     03:04:12  "due_date: string, not date"
|         h-9a12     03:04:25  "due_date: string, not date"
|         h-9a13     03:04:39  "due_date: string, not date"
|         h-9a14     03:04:52  "due_date: string, not date"
|         h-9a15     03:05:05  "due_date: string, not date"
|                       35 more below
|── billing>ledger   38 letters ─────────────────────────────
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded
|           (03:00:00), the newest 03:12:24
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 38 of 38
| INCIDENT  INC-2291
| B put back  E escalate  X discard  Space mark  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── DEAD LETTERS  41 ─ by reason, edge ──
|      COUNT  REASON              OLDEST
|> !!     38  v contr~ billing>~      8m
|         h-9a11     03:04:12  "due_date~
|         h-9a12     03:04:25  "due_date~
|         h-9a13     03:04:39  "due_date~
|         h-9a14     03:04:52  "due_date~
|         h-9a15     03:05:05  "due_date~
|         h-9a16     03:05:19  "due_date~
|             34 more below
| B put back  E escalate  ? help
size 24x5
screen
|seam [LIVE 0.4s]
|!! 2 SHIP in <60s  (+4)
|review 7  dead 41
|next 0:41 fraud>refund
|(grow to 36x10 to act)
