# The language of filters over incidents, and over the handoffs of one.
recording tests/screens/data/incident.jsonl
size 80x24
at end
keys 5
command filter tag:kyc waits>0
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INCIDENTS  2 in trouble of 3 ─────────── 2 hidden, filter: tag:kyc waits>0 ──
|    INCIDENT   TITLE                   WORST            OPEN  AGE  WHO
|>! #INC-2290   kyc confidence drop     held           4 of 9  11m  lee 7m
|
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
command filter by=lee or count>5
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INCIDENTS  2 in trouble of 3 ───────── 2 hidden, filter: by=lee or count>5 ──
|    INCIDENT   TITLE                   WORST            OPEN  AGE  WHO
|>! #INC-2290   kyc confidence drop     held           4 of 9  11m  lee 7m
|
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
command filter conf<.5
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INCIDENTS  2 in trouble of 3 ──── all shown: conf<.5: no field conf here,~ ──
|    INCIDENT   TITLE                   WORST            OPEN  AGE  WHO
| !! INC-2291   invoices refused since~ dead           5 of 5   9m  nobody
|>! #INC-2290   kyc confidence drop     held           4 of 9  11m  lee 7m
|    INC-2280                           completed      0 of 1  11m  nobody
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
command filter state:completed
keys Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INC-2280 ──────────────────────────────────────── 1 handoff   11m   nobody ──
| 1 col = 0.1s   ━ works  ░ held  ● taken  x refused  ▼ due
|     AT     EDGE                 CONF  STATE     03:01:29
|>   +0:00   intake>triage         .99  ok        ━━●━━━━━●
|
|
|
|
|
|
|
|
|── h-9301  -  intake>triage ───────────── .. evidence [history] contract diff ──
| h-9301: completed by triage 11:11 ago
| 03:01:29.000  offered  attempt 1
| 03:01:29.200  accepted
| 03:01:29.800  completed
|
|
|
| Enter open  o cause  f trouble only  Z quiet time  b radius  C claim  ? help
keys Esc
command filter tag:kyc
keys Enter
command filter conf<.5 !tag:vip
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INC-2290 ─────────────── 6 hidden, filter: conf<.5 !tag:vip   11m   lee 7m ──
| 1 col = 10s   //: 8m45s quiet (Z)   ━ works  ░ held  ● taken  x refused  ▼ due
|     AT     EDGE                 CONF  STATE     03:01     03:02 //  03:12
|>!  +0:10       kyc>fraud         .41  by lee     ░░░░░░░░░░●━━━━//━━
| !  +0:38       kyc>fraud         .44  by lee       ░░░░░░░░░●━━━//━━
| !! +2:26         fraud>refund    .44  YOU 0:54                ░░//░░░░░░▼
|
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
| Enter open  o cause  f trouble only  Z quiet time  b radius  C claim  ? help
command filter conf<
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INC-2290 ───────── all shown: conf<: a number is missing, ~   11m   lee 7m ──
| 1 col = 10s   //: 8m45s quiet (Z)   ━ works  ░ held  ● taken  x refused  ▼ due
|     AT     EDGE                 CONF  STATE     03:01     03:02 //  03:12
|    +0:00   intake>triage         .97  ok        ●               //
|    +0:01     triage>support      .90  ok        ●               //
|    +0:04       support>notify    .88  ok        ●●              //
|    +0:01     triage>kyc          .93  ok        ●               //
|>!  +0:10       kyc>fraud         .41  by lee     ░░░░░░░░░░●━━━━//━━
| !!#+2:12         fraud>refund    .41  YOU 0:40               ░░░//░░░░░▼
|    +0:28     triage>kyc          .92  ok          ━●            //
| !  +0:38       kyc>fraud         .44  by lee       ░░░░░░░░░●━━━//━━
| !! +2:26         fraud>refund    .44  YOU 0:54                ░░//░░░░░░▼
|── h-9107  kyc.verdict@2  kyc>fraud ────────────── .. [history] contract diff ──
| h-9107: approved by lee 9:33 ago, accepted by fraud 9:32 ago
| 03:01:19.000  offered  attempt 1
| 03:01:19.006  held  confidence .41 < .75
| 03:03:08.000  approved  by lee  note: known drift, letting it through
| 03:03:09.000  accepted
| 03:03:09.100  applied  by fraud
|
| Enter open  o cause  f trouble only  Z quiet time  b radius  C claim  ? help
