# Dead letters: groups, letters, marks, and the sheet that discards.
recording tests/screens/data/night.jsonl
size 80x24
at end
keys 4
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!     38  +38       > contract-refused      billing>ledger                8m
|  !       2  steady    > deadline-passed       reviewer>deploy              12m
|  !       1  steady    > no-consumer           support>notify               12m
|
|
|
|
|
|
|── billing>ledger   38 letters ─────────────────────────────────────────────────
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded (03:00:00), the
|           newest 03:12:24
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 38 of 38
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys l j Space Space
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ─────────────────────────────── by reason, edge  2 marked ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!     38  +38       v contract-refused      billing>ledger                8m
| *                       h-9a11     03:04:12  1 try   "due_date: string, not da~
| *                       h-9a12     03:04:25  1 try   "due_date: string, not da~
|>                        h-9a13     03:04:39  1 try   "due_date: string, not da~
|                         h-9a14     03:04:52  1 try   "due_date: string, not da~
|                         h-9a15     03:05:05  1 try   "due_date: string, not da~
|                         h-9a16     03:05:19  1 try   "due_date: string, not da~
|                         h-9a17     03:05:32  1 try   "due_date: string, not da~
|                       33 more below
|── h-9a13  billing>ledger ────────────────────────────────────────────── dead ──
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     offered 03:04:39, dead 03:04:39
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   would pass
| SUMMARY   invoice inv-4402: EUR 964
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
# all that is shown
keys *
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ────────────────────────────── by reason, edge  41 marked ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
| *!!     38  +38       v contract-refused      billing>ledger                8m
| *                       h-9a11     03:04:12  1 try   "due_date: string, not da~
| *                       h-9a12     03:04:25  1 try   "due_date: string, not da~
|>*                       h-9a13     03:04:39  1 try   "due_date: string, not da~
| *                       h-9a14     03:04:52  1 try   "due_date: string, not da~
| *                       h-9a15     03:05:05  1 try   "due_date: string, not da~
| *                       h-9a16     03:05:19  1 try   "due_date: string, not da~
| *                       h-9a17     03:05:32  1 try   "due_date: string, not da~
|                       33 more below
|── h-9a13  billing>ledger ────────────────────────────────────────────── dead ──
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     offered 03:04:39, dead 03:04:39
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   would pass
| SUMMARY   invoice inv-4402: EUR 964
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
# none, and one group
keys * h Space l
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ────────────────────────────── by reason, edge  38 marked ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|>*!!     38  +38       v contract-refused      billing>ledger                8m
| *                       h-9a11     03:04:12  1 try   "due_date: string, not da~
| *                       h-9a12     03:04:25  1 try   "due_date: string, not da~
| *                       h-9a13     03:04:39  1 try   "due_date: string, not da~
| *                       h-9a14     03:04:52  1 try   "due_date: string, not da~
| *                       h-9a15     03:05:05  1 try   "due_date: string, not da~
| *                       h-9a16     03:05:19  1 try   "due_date: string, not da~
| *                       h-9a17     03:05:32  1 try   "due_date: string, not da~
|                       33 more below
|── billing>ledger   38 letters ─────────────────────────────────────────────────
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded (03:00:00), the
|           newest 03:12:24
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 38 of 38
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
# nothing is sent by keys that do not belong to the sheet
keys X
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ────────────────────────────── by reason, edge  38 marked ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|>*!!     38  +38       v contract-refused      billing>ledger                8m
| *                       h-9a11     03:04:12  1 try   "due_date: string, not da~
| *                       h-9a12     03:04:25  1 try   "due_date: string, not da~
| *                       h-9a13     03:04:39  1 try   "due_date: string, not da~
| *                       h-9a14     03:04:52  1 try   "due_date: string, not da~
| *                       h-9a15     03:05:05  1 try   "due_date: string, not da~
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
keys w r o n g Space f e e d Tab
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ────────────────────────────── by reason, edge  38 marked ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|>*!!     38  +38       v contract-refused      billing>ledger                8m
| *                       h-9a11     03:04:12  1 try   "due_date: string, not da~
| *                       h-9a12     03:04:25  1 try   "due_date: string, not da~
| *                       h-9a13     03:04:39  1 try   "due_date: string, not da~
| *                       h-9a14     03:04:52  1 try   "due_date: string, not da~
| *                       h-9a15     03:05:05  1 try   "due_date: string, not da~
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
| note  wrong feed
| type  38  then  y  to discard   typed: _   Tab note   any other key: go back
keys 3 8
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ────────────────────────────── by reason, edge  38 marked ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|>*!!     38  +38       v contract-refused      billing>ledger                8m
| *                       h-9a11     03:04:12  1 try   "due_date: string, not da~
| *                       h-9a12     03:04:25  1 try   "due_date: string, not da~
| *                       h-9a13     03:04:39  1 try   "due_date: string, not da~
| *                       h-9a14     03:04:52  1 try   "due_date: string, not da~
| *                       h-9a15     03:05:05  1 try   "due_date: string, not da~
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
| note  wrong feed
| type  38  then  y  to discard   typed: 38_   Tab note   any other key: go back
keys y
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!     38  +38       v contract-refused      billing>ledger                8m
|                         h-9a11     03:04:12  1 try   discard in 5s
|                         h-9a12     03:04:25  1 try   discard in 5s
|                         h-9a13     03:04:39  1 try   discard in 5s
|                         h-9a14     03:04:52  1 try   discard in 5s
|                         h-9a15     03:05:05  1 try   discard in 5s
|                         h-9a16     03:05:19  1 try   discard in 5s
|                         h-9a17     03:05:32  1 try   discard in 5s
|                       33 more below
|── billing>ledger   38 letters ─────────────────────────────────────────────────
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded (03:00:00), the
|           newest 03:12:24
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 38 of 38
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
| sending in 5s: DISCARD h-9a11, h-9a12, h-9a13 and 35 more   u undo   (held bac~
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
wait 6s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:46Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!     38  +38       v contract-refused      billing>ledger                8m
|                         h-9a11     03:04:12  1 try   discard sent 0.0s
|                         h-9a12     03:04:25  1 try   discard sent 0.0s
|                         h-9a13     03:04:39  1 try   discard sent 0.0s
|                         h-9a14     03:04:52  1 try   discard sent 0.0s
|                         h-9a15     03:05:05  1 try   discard sent 0.0s
|                         h-9a16     03:05:19  1 try   discard sent 0.0s
|                         h-9a17     03:05:32  1 try   discard sent 0.0s
|                       33 more below
|── billing>ledger   38 letters ─────────────────────────────────────────────────
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded (03:00:00), the
|           newest 03:12:24
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 38 of 38 (looked at 11s ago)
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
| copy of 38 in 20261123T031246Z-d-1
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
wishes
|bell
|drop-keys
|keep 38 in 20261123T031246Z-d-1 sync
|record
|decide d-1: discard h-9a11 attempt 1 sha256:50e93450 by mira: wrong feed
|record
|decide d-2: discard h-9a12 attempt 1 sha256:e90b2c6a by mira: wrong feed
|record
|decide d-3: discard h-9a13 attempt 1 sha256:0c8af742 by mira: wrong feed
|record
|decide d-4: discard h-9a14 attempt 1 sha256:f1a3317a by mira: wrong feed
|record
|decide d-5: discard h-9a15 attempt 1 sha256:8f8a4177 by mira: wrong feed
|record
|decide d-6: discard h-9a16 attempt 1 sha256:3431aad4 by mira: wrong feed
|record
|decide d-7: discard h-9a17 attempt 1 sha256:13629059 by mira: wrong feed
|record
|decide d-8: discard h-9a18 attempt 1 sha256:55632c86 by mira: wrong feed
|record
|decide d-9: discard h-9a19 attempt 1 sha256:186bd0af by mira: wrong feed
|record
|decide d-10: discard h-9a1a attempt 1 sha256:b76a935c by mira: wrong feed
|record
|decide d-11: discard h-9a1b attempt 1 sha256:d44dc526 by mira: wrong feed
|record
|decide d-12: discard h-9a1c attempt 1 sha256:b7cc206e by mira: wrong feed
|record
|decide d-13: discard h-9a1d attempt 1 sha256:dd42c8c8 by mira: wrong feed
|record
|decide d-14: discard h-9a1e attempt 1 sha256:f54c5544 by mira: wrong feed
|record
|decide d-15: discard h-9a1f attempt 1 sha256:9ca03cbe by mira: wrong feed
|record
|decide d-16: discard h-9a20 attempt 1 sha256:3a43842d by mira: wrong feed
|record
|decide d-17: discard h-9a21 attempt 1 sha256:c378a15e by mira: wrong feed
|record
|decide d-18: discard h-9a22 attempt 1 sha256:056aa8f7 by mira: wrong feed
|record
|decide d-19: discard h-9a23 attempt 1 sha256:13e427d5 by mira: wrong feed
|record
|decide d-20: discard h-9a24 attempt 1 sha256:fecc16ed by mira: wrong feed
|record
|decide d-21: discard h-9a25 attempt 1 sha256:9bc0d608 by mira: wrong feed
|record
|decide d-22: discard h-9a26 attempt 1 sha256:e63e3d6f by mira: wrong feed
|record
|decide d-23: discard h-9a27 attempt 1 sha256:86fd3fac by mira: wrong feed
|record
|decide d-24: discard h-9a28 attempt 1 sha256:65b1c85c by mira: wrong feed
|record
|decide d-25: discard h-9a29 attempt 1 sha256:7bef5000 by mira: wrong feed
|record
|decide d-26: discard h-9a2a attempt 1 sha256:4fb5af20 by mira: wrong feed
|record
|decide d-27: discard h-9a2b attempt 1 sha256:ea9bc475 by mira: wrong feed
|record
|decide d-28: discard h-9a2c attempt 1 sha256:6a9dd63d by mira: wrong feed
|record
|decide d-29: discard h-9a2d attempt 1 sha256:e4fe4cf5 by mira: wrong feed
|record
|decide d-30: discard h-9a2e attempt 1 sha256:b963db8a by mira: wrong feed
|record
|decide d-31: discard h-9a2f attempt 1 sha256:83cde9ca by mira: wrong feed
|record
|decide d-32: discard h-9a30 attempt 1 sha256:b8734865 by mira: wrong feed
|record
|decide d-33: discard h-9a31 attempt 1 sha256:849d56de by mira: wrong feed
|record
|decide d-34: discard h-9a32 attempt 1 sha256:8611c082 by mira: wrong feed
|record
|decide d-35: discard h-9a33 attempt 1 sha256:e853dc10 by mira: wrong feed
|record
|decide d-36: discard h-9a34 attempt 1 sha256:b92fc6e4 by mira: wrong feed
|record
|decide d-37: discard h-9a35 attempt 1 sha256:124d0c3f by mira: wrong feed
|record
|decide d-38: discard h-9a36 attempt 1 sha256:bdeff285 by mira: wrong feed
# one letter goes back
keys * Esc h l j B
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:46Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!     38  +38       v contract-refused      billing>ledger                8m
|>                        h-9a11     03:04:12  1 try   discard sent 1.8s
|                         h-9a12     03:04:25  1 try   discard sent 1.8s
|                         h-9a13     03:04:39  1 try   discard sent 1.8s
|                         h-9a14     03:04:52  1 try   discard sent 1.8s
|                         h-9a15     03:05:05  1 try   discard sent 1.8s
|                         h-9a16     03:05:19  1 try   discard sent 1.8s
|                         h-9a17     03:05:32  1 try   discard sent 1.8s
|                       33 more below
|── h-9a11  billing>ledger ────────────────────────────────────────────── dead ──
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     offered 03:04:12, dead 03:04:12
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   would pass
| SUMMARY   invoice inv-4400: EUR 890
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
| h-9a11: discard is under way, sent 1.8s
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys y
wait 6s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:52Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!     38  +38       v contract-refused      billing>ledger                8m
|>                        h-9a11     03:04:12  1 try   discard sent, no answer 8s
|                         h-9a12     03:04:25  1 try   discard sent, no answer 8s
|                         h-9a13     03:04:39  1 try   discard sent, no answer 8s
|                         h-9a14     03:04:52  1 try   discard sent, no answer 8s
|                         h-9a15     03:05:05  1 try   discard sent, no answer 8s
|                         h-9a16     03:05:19  1 try   discard sent, no answer 8s
|                         h-9a17     03:05:32  1 try   discard sent, no answer 8s
|                       33 more below
|── h-9a11  billing>ledger ────────────────────────────────────────────── dead ──
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     offered 03:04:12, dead 03:04:12
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   would pass
| SUMMARY   invoice inv-4400: EUR 890
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
| y does nothing here (? help)
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
wishes
|decide d-1: discard h-9a11 attempt 1 sha256:50e93450 by mira: wrong feed
|decide d-2: discard h-9a12 attempt 1 sha256:e90b2c6a by mira: wrong feed
|decide d-3: discard h-9a13 attempt 1 sha256:0c8af742 by mira: wrong feed
|decide d-4: discard h-9a14 attempt 1 sha256:f1a3317a by mira: wrong feed
|decide d-5: discard h-9a15 attempt 1 sha256:8f8a4177 by mira: wrong feed
|decide d-6: discard h-9a16 attempt 1 sha256:3431aad4 by mira: wrong feed
|decide d-7: discard h-9a17 attempt 1 sha256:13629059 by mira: wrong feed
|decide d-8: discard h-9a18 attempt 1 sha256:55632c86 by mira: wrong feed
|decide d-9: discard h-9a19 attempt 1 sha256:186bd0af by mira: wrong feed
|decide d-10: discard h-9a1a attempt 1 sha256:b76a935c by mira: wrong feed
|decide d-11: discard h-9a1b attempt 1 sha256:d44dc526 by mira: wrong feed
|decide d-12: discard h-9a1c attempt 1 sha256:b7cc206e by mira: wrong feed
|decide d-13: discard h-9a1d attempt 1 sha256:dd42c8c8 by mira: wrong feed
|decide d-14: discard h-9a1e attempt 1 sha256:f54c5544 by mira: wrong feed
|decide d-15: discard h-9a1f attempt 1 sha256:9ca03cbe by mira: wrong feed
|decide d-16: discard h-9a20 attempt 1 sha256:3a43842d by mira: wrong feed
|decide d-17: discard h-9a21 attempt 1 sha256:c378a15e by mira: wrong feed
|decide d-18: discard h-9a22 attempt 1 sha256:056aa8f7 by mira: wrong feed
|decide d-19: discard h-9a23 attempt 1 sha256:13e427d5 by mira: wrong feed
|decide d-20: discard h-9a24 attempt 1 sha256:fecc16ed by mira: wrong feed
|decide d-21: discard h-9a25 attempt 1 sha256:9bc0d608 by mira: wrong feed
|decide d-22: discard h-9a26 attempt 1 sha256:e63e3d6f by mira: wrong feed
|decide d-23: discard h-9a27 attempt 1 sha256:86fd3fac by mira: wrong feed
|decide d-24: discard h-9a28 attempt 1 sha256:65b1c85c by mira: wrong feed
|decide d-25: discard h-9a29 attempt 1 sha256:7bef5000 by mira: wrong feed
|decide d-26: discard h-9a2a attempt 1 sha256:4fb5af20 by mira: wrong feed
|decide d-27: discard h-9a2b attempt 1 sha256:ea9bc475 by mira: wrong feed
|decide d-28: discard h-9a2c attempt 1 sha256:6a9dd63d by mira: wrong feed
|decide d-29: discard h-9a2d attempt 1 sha256:e4fe4cf5 by mira: wrong feed
|decide d-30: discard h-9a2e attempt 1 sha256:b963db8a by mira: wrong feed
|decide d-31: discard h-9a2f attempt 1 sha256:83cde9ca by mira: wrong feed
|decide d-32: discard h-9a30 attempt 1 sha256:b8734865 by mira: wrong feed
|decide d-33: discard h-9a31 attempt 1 sha256:849d56de by mira: wrong feed
|decide d-34: discard h-9a32 attempt 1 sha256:8611c082 by mira: wrong feed
|decide d-35: discard h-9a33 attempt 1 sha256:e853dc10 by mira: wrong feed
|decide d-36: discard h-9a34 attempt 1 sha256:b92fc6e4 by mira: wrong feed
|decide d-37: discard h-9a35 attempt 1 sha256:124d0c3f by mira: wrong feed
|decide d-38: discard h-9a36 attempt 1 sha256:bdeff285 by mira: wrong feed
answer stale
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:52Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!     38  +38       v contract-refused      billing>ledger                8m
|>                        h-9a11     03:04:12  1 try   discard REFUSED: stale
|                         h-9a12     03:04:25  1 try   discard sent, no answer 8s
|                         h-9a13     03:04:39  1 try   discard sent, no answer 8s
|                         h-9a14     03:04:52  1 try   discard sent, no answer 8s
|                         h-9a15     03:05:05  1 try   discard sent, no answer 8s
|                         h-9a16     03:05:19  1 try   discard sent, no answer 8s
|                         h-9a17     03:05:32  1 try   discard sent, no answer 8s
|                       33 more below
|── h-9a11  billing>ledger ────────────────────────────────────────────── dead ──
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     offered 03:04:12, dead 03:04:12
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   would pass
| SUMMARY   invoice inv-4400: EUR 890
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
| y does nothing here (? help)
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
# folded again, another group
keys h j j l
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:52Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!     38  +38       > contract-refused      billing>ledger                8m
|  !       2  steady    > deadline-passed       reviewer>deploy              12m
|> !       1  steady    v no-consumer           support>notify               12m
|                         h-8f02     03:00:06  1 try   "notify was down"
|
|
|
|
|
|── support>notify   1 letter ───────────────────────────────────────────────────
| WHY       support or notify: "notify was down"
| SINCE     03:00:06
| CONTRACT  names no contract; this edge has reply.draft/1.0.0
| REQUEUE   would not pass: unknown contract
|
|
|
| discard 38: 37 no answer, 1 REFUSED: h-9a11
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
command filter no-cons
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:52Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ────────────────────────────── 40 hidden, filter: no-cons ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !       1  steady    v no-consumer           support>notify               12m
|                         h-8f02     03:00:06  1 try   "notify was down"
|
|
|
|
|
|
|
|── support>notify   1 letter ───────────────────────────────────────────────────
| WHY       support or notify: "notify was down"
| SINCE     03:00:06
| CONTRACT  names no contract; this edge has reply.draft/1.0.0
| REQUEUE   would not pass: unknown contract
|
|
|
| discard 38: 37 no answer, 1 REFUSED: h-9a11
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
