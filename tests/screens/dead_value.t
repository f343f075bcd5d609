# What is at stake in dead letters: of a row, of a letter, of what the filter lets through.
recording tests/screens/data/night.jsonl
size 100x30
at end
keys 4 l
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents            Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ───────────────────────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                 OLDEST  NEWEST  REQUEUE?         VALUE
|> !!     38  +38       v contract-refused  billing>ledger        8m     16s       yes     EUR 59831
|                         h-9a11     03:04:12  1 try   "due_date: string, not date"          EUR 890
|                         h-9a12     03:04:25  1 try   "due_date: string, not date"          EUR 927
|                         h-9a13     03:04:39  1 try   "due_date: string, not date"          EUR 964
|                         h-9a14     03:04:52  1 try   "due_date: string, not date"         EUR 1001
|                         h-9a15     03:05:05  1 try   "due_date: string, not date"         EUR 1038
|                         h-9a16     03:05:19  1 try   "due_date: string, not date"         EUR 1075
|                         h-9a17     03:05:32  1 try   "due_date: string, not date"         EUR 1112
|                         h-9a18     03:05:45  1 try   "due_date: string, not date"         EUR 1149
|                         h-9a19     03:05:58  1 try   "due_date: string, not date"         EUR 1186
|                         h-9a1a     03:06:12  1 try   "due_date: string, not date"         EUR 1223
|                         h-9a1b     03:06:25  1 try   "due_date: string, not date"         EUR 1260
|                         h-9a1c     03:06:38  1 try   "due_date: string, not date"         EUR 1297
|                         h-9a1d     03:06:52  1 try   "due_date: string, not date"         EUR 1334
|                       27 more below
|── billing>ledger   38 letters ─────────────────────────────────────────────────────────────────────
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded (03:00:00), the newest 03:12:24
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 38 of 38
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
| VALUE     EUR 59831
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  s sort  / filter  c copy  ? help
keys / / a m o u n t > 1 0 0 0 Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents            Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ────────────────────────────────────────────── 6 hidden, filter: /amount>1000 ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                 OLDEST  NEWEST  REQUEUE?         VALUE
|  !!     35  +38       v contract-refused  billing>ledger        8m     16s       yes     EUR 57050
|>                        h-9a14     03:04:52  1 try   "due_date: string, not date"         EUR 1001
|                         h-9a15     03:05:05  1 try   "due_date: string, not date"         EUR 1038
|                         h-9a16     03:05:19  1 try   "due_date: string, not date"         EUR 1075
|                         h-9a17     03:05:32  1 try   "due_date: string, not date"         EUR 1112
|                         h-9a18     03:05:45  1 try   "due_date: string, not date"         EUR 1149
|                         h-9a19     03:05:58  1 try   "due_date: string, not date"         EUR 1186
|                         h-9a1a     03:06:12  1 try   "due_date: string, not date"         EUR 1223
|                         h-9a1b     03:06:25  1 try   "due_date: string, not date"         EUR 1260
|                         h-9a1c     03:06:38  1 try   "due_date: string, not date"         EUR 1297
|                         h-9a1d     03:06:52  1 try   "due_date: string, not date"         EUR 1334
|                         h-9a1e     03:07:05  1 try   "due_date: string, not date"         EUR 1371
|                         h-9a1f     03:07:18  1 try   "due_date: string, not date"         EUR 1408
|                         h-9a20     03:07:32  1 try   "due_date: string, not date"         EUR 1445
|                       22 more below
|── h-9a14  billing>ledger ────────────────────────────────────────────────────────────────── dead ──
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     offered 03:04:52, dead 03:04:52
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   would pass
| SUMMARY   invoice inv-4403: EUR 1001
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  s sort  / filter  c copy  ? help
