# Incidents in another order; marks and the sheet of them; places in artifacts; what else came of what changed.
recording tests/screens/data/incident.jsonl
size 80x24
at end
keys 5 s s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INCIDENTS  2 in trouble of 3 ──────────────────────────── the oldest first ──
|    INCIDENT   TITLE                   WORST            OPEN  AGE  WHO
| ! #INC-2290   kyc confidence drop     held           4 of 9  11m  lee 7m
|    INC-2280                           completed      0 of 1  11m  nobody
|>!! INC-2291   invoices refused since~ dead           5 of 5   9m  nobody
|
|
|
|
|
|
|
|── INC-2291  invoices refused since the billing deploy ─────────────────────────
| SINCE     03:03:39, the last event 03:04:58
| HANDOFFS  1 offered, 4 dead
| EDGES     billing>ledger BROKEN
| WHO       nobody is on it (C)
|
|
| the oldest first
| Enter open  C claim  m note  f trouble only  / filter  n next trouble  ? help
keys s s S f g
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INCIDENTS  2 in trouble of 3 ────────── only trouble, the last owner first ──
|    INCIDENT   TITLE                   WORST            OPEN  AGE  WHO
|>! #INC-2290   kyc confidence drop     held           4 of 9  11m  lee 7m
| !! INC-2291   invoices refused since~ dead           5 of 5   9m  nobody
|
|
|
|
|
|
|
|
|── INC-2290  kyc confidence drop ────────────────────── Enter: as a waterfall ──
| SINCE     03:01:09, the last event 03:03:35
| HANDOFFS  2 held, 1 accepted, 5 completed, 1 approved
| EDGES     fraud>refund LOW
| WHO       lee 7m, until 03:35
| TAGS      kyc, model
| NOTES     03:05:11 lee: kyc-v9 went live at 03:00:41, asked #ml to go back to
|
| Enter open  C claim  m note  f trouble only  / filter  n next trouble  ? help
keys S s f g j Space
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INCIDENTS  2 in trouble of 3 ─────────────────────── worst first  2 marked ──
|    INCIDENT   TITLE                   WORST            OPEN  AGE  WHO
| !! INC-2291   invoices refused since~ dead           5 of 5   9m  nobody
| * #INC-2290   kyc confidence drop     held           4 of 9  11m  lee 7m
|>   INC-2280                           completed      0 of 1  11m  nobody
|
|
|
|
|
|
|
|── INC-2280 ─────────────────────────────────────────── Enter: as a waterfall ──
| SINCE     03:01:29, the last event 03:01:29
| HANDOFFS  1 completed
| WHO       nobody is on it (C)
|
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Esc back  ? help
keys A
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INCIDENTS  2 in trouble of 3 ─────────────────────── worst first  2 marked ──
|    INCIDENT   TITLE                   WORST            OPEN  AGE  WHO
| !! INC-2291   invoices refused since~ dead           5 of 5   9m  nobody
| * #INC-2290   kyc confidence drop     held           4 of 9  11m  lee 7m
|>   INC-2280                           completed      0 of 1  11m  nobody
|
|
|
|
|
|
|
|── INC-2280 ─────────────────────────────────────────── Enter: as a waterfall ──
| SINCE     03:01:29, the last event 03:01:29
| HANDOFFS  1 completed
|═══ APPROVE 2 handoffs  sha256:9d9a7e100fabcb82 ════════════ nothing sent yet ══
| !! h-91c2  fraud>refund  refund.decision@3  refund.decision of 1240   due 0:40
| !! h-91c7  fraud>refund  refund.decision@3  refund.decision of 1240   due 0:54
|    total EUR 2480   all 2 on this screen   one kind of artifact, one edge
| note  (Tab to write one)
| press  2  to approve   Tab note   any other key: go back
keys Esc k Enter
command filter /amount>1000
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INC-2290 ───────── 5 hidden, filter: /amount>1000   11m   lee 7m  2 marked ──
| 1 col = 10s   //: 8m45s quiet (Z)   ━ works  ░ held  ● taken  x refused  ▼ due
|     AT     EDGE                 CONF  STATE     03:01     03:02 //  03:12
|>!  +0:10       kyc>fraud         .41  by lee     ░░░░░░░░░░●━━━━//━━
| *!#+2:12         fraud>refund    .41  YOU 0:40               ░░░//░░░░░▼
| !  +0:38       kyc>fraud         .44  by lee       ░░░░░░░░░●━━━//━━
| *! +2:26         fraud>refund    .44  YOU 0:54                ░░//░░░░░░▼
|
|
|
|
|
|── h-9107  kyc.verdict@2  kyc>fraud ────────────── .. [history] contract diff ──
| h-9107: approved by lee 9:33 ago, accepted by fraud 9:32 ago
| 03:01:19.000  offered  attempt 1
| 03:01:19.006  held  confidence .41 < .75
| 03:03:08.000  approved  by lee  note: known drift, letting it through
| 03:03:09.000  accepted
| 03:03:09.100  applied  by fraud
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ? help
command filter /amount>9000
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INC-2290 ───────── 9 hidden, filter: /amount>9000   11m   lee 7m  2 marked ──
| 1 col = 10s   //: 8m45s quiet (Z)   ━ works  ░ held  ● taken  x refused  ▼ due
|     AT     EDGE                 CONF  STATE     03:01     03:02 //  03:12
|
|   0 of 9 shown, filter: /amount>9000, Esc clears
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
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ? help
keys A
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INC-2290 ───────── 9 hidden, filter: /amount>9000   11m   lee 7m  2 marked ──
| 1 col = 10s   //: 8m45s quiet (Z)   ━ works  ░ held  ● taken  x refused  ▼ due
|     AT     EDGE                 CONF  STATE     03:01     03:02 //  03:12
|
|   0 of 9 shown, filter: /amount>9000, Esc clears
|
|
|
|
|
|
|
|
|
|═══ APPROVE 2 handoffs  sha256:9d9a7e100fabcb82 ════════════ nothing sent yet ══
| !! h-91c2  fraud>refund  refund.decision@3  refund.decision of 1240   due 0:40
| !! h-91c7  fraud>refund  refund.decision@3  refund.decision of 1240   due 0:54
|    total EUR 2480   all 2 on this screen   one kind of artifact, one edge
| !  2 of 2 hidden by the filter
| note  (Tab to write one)
| press  2  to approve   Tab note   any other key: go back
keys Esc Esc g j j j Space
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INC-2290 ─────────────────── 9 hidden, filter: /amount>9000   11m   lee 7m ──
| 1 col = 10s   //: 8m45s quiet (Z)   ━ works  ░ held  ● taken  x refused  ▼ due
|     AT     EDGE                 CONF  STATE     03:01     03:02 //  03:12
|
|   0 of 9 shown, filter: /amount>9000, Esc clears
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
| Enter open  o cause  f trouble only  Z quiet time  b radius  C claim  ? help
keys v
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── LOG ── 65 hidden, filter: from=kyc type=offered time>=2026-11-~  following ──
|    03:01:19.000  offered    kyc>fraud  h-9107  .41
|>   03:01:47.000  offered    kyc>fraud  h-9114  .44
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
|── offered h-9114  event 34 ────────────────────────────────────────────────────
| {"specversion":"1.0","id":"kyc-8","source":"agent:kyc","run":"r1","sequence":"
| 00000000000000000008","type":"seam.handoff.offered","time":"2026-11-23T03:01:4
| 7.000000Z","dataschema":"contract:kyc.verdict/2.0.0","subject":"INC-2290","dat
| a":{"handoff":"h-9114","attempt":1,"from":"kyc","to":"fraud","artifact":{"con~
| 0 shipped unreviewed, 0 waiting, 2 low of 2 since 03:00:41
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
size 60x20
keys 5
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:41Z
|1Now 2Flo! 3Rev 2!! 4Dea 4! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── INC-2290 ───────── 9 hidden, filter: /~   11m   lee 7m ──
| 1 col = 15s   //: 8m35s quiet (Z)
|     AT     EDGE               STATE     03:01      //03:12
|
|   0 of 9 shown, filter: /amount>9000, Esc clears
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
| Enter open  o cause  f trouble only  Z quiet time  ? help
