# Incidents: worst first, one as a waterfall, what came out of one handoff, notes beside things.
recording tests/screens/data/incident.jsonl
size 80x24
at end
keys 5
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INCIDENTS  2 in trouble of 3 ───────────────────────────────── worst first ──
|    INCIDENT   TITLE                   WORST            OPEN  AGE  WHO
|>!! INC-2291   invoices refused since~ dead           5 of 5   9m  nobody
| ! #INC-2290   kyc confidence drop     held           4 of 9  11m  lee 7m
|    INC-2280                           completed      0 of 1  11m  nobody
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
|
| Enter open  C claim  m note  f trouble only  / filter  n next trouble  ? help
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INCIDENTS  2 in trouble of 3 ───────────────────────────────── worst first ──
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
keys / k y c Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INCIDENTS  2 in trouble of 3 ─────────────────────── 2 hidden, filter: kyc ──
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
keys Esc f
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INCIDENTS  2 in trouble of 3 ──────────────────────────────── only trouble ──
|    INCIDENT   TITLE                   WORST            OPEN  AGE  WHO
| !! INC-2291   invoices refused since~ dead           5 of 5   9m  nobody
|>! #INC-2290   kyc confidence drop     held           4 of 9  11m  lee 7m
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
keys f Enter j j j j j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INC-2290  kyc confidence drop ────────────────── 9 handoffs   11m   lee 7m ──
| 1 col = 10s   //: 8m45s quiet (Z)   ━ works  ░ held  ● taken  x refused  ▼ due
|     AT     EDGE                 CONF  STATE     03:01     03:02 //  03:12
|    +0:00   intake>triage         .97  ok        ●               //
|    +0:01     triage>support      .90  ok        ●               //
|    +0:04       support>notify    .88  ok        ●●              //
|    +0:01     triage>kyc          .93  ok        ●               //
| !  +0:10       kyc>fraud         .41  by lee     ░░░░░░░░░░●━━━━//━━
|>!!#+2:12         fraud>refund    .41  YOU 0:40               ░░░//░░░░░▼
|    +0:28     triage>kyc          .92  ok          ━●            //
| !  +0:38       kyc>fraud         .44  by lee       ░░░░░░░░░●━━━//━━
| !! +2:26         fraud>refund    .44  YOU 0:54                ░░//░░░░░░▼
|── h-91c2  refund.decision@3  fraud>refund ─────── .. [history] contract diff ──
| 03:03:21.000  offered  attempt 1
| 03:03:21.006  held  confidence .41 < .70
| waits 9m19s, nobody is on it
|
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ? help
keys Z
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INC-2290  kyc confidence drop ────────────────── 9 handoffs   11m   lee 7m ──
| 1 col = 30s   ━ works  ░ held  ● taken  x refused  ▼ due
|     AT     EDGE                 CONF  STATE     03:01     03:06     03:11
|    +0:00   intake>triage         .97  ok        ●
|    +0:01     triage>support      .90  ok        ●
|    +0:04       support>notify    .88  ok        ●
|    +0:01     triage>kyc          .93  ok        ●
| !  +0:10       kyc>fraud         .41  by lee    ░░░●━━━━━━━━━━━━━━━━━━━━
|>!!#+2:12         fraud>refund    .41  YOU 0:40      ░░░░░░░░░░░░░░░░░░░░▼
|    +0:28     triage>kyc          .92  ok        ━●
| !  +0:38       kyc>fraud         .44  by lee     ░░░●━━━━━━━━━━━━━━━━━━━
| !! +2:26         fraud>refund    .44  YOU 0:54      ░░░░░░░░░░░░░░░░░░░░▼
|── h-91c2  refund.decision@3  fraud>refund ─────── .. [history] contract diff ──
| 03:03:21.000  offered  attempt 1
| 03:03:21.006  held  confidence .41 < .70
| waits 9m19s, nobody is on it
|
|
|
| quiet time is shown
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ? help
keys Z f
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INC-2290  kyc confidence drop ─── 2 of 9 shown, failed only   11m   lee 7m ──
| 1 col = 10s   //: 8m45s quiet (Z)   ━ works  ░ held  ● taken  x refused  ▼ due
|     AT     EDGE                 CONF  STATE     03:01     03:02 //  03:12
|>!!#+2:12         fraud>refund    .41  YOU 0:40               ░░░//░░░░░▼
| !! +2:26         fraud>refund    .44  YOU 0:54                ░░//░░░░░░▼
|
|
|
|
|
|
|
|── h-91c2  refund.decision@3  fraud>refund ─────── .. [history] contract diff ──
| 03:03:21.000  offered  attempt 1
| 03:03:21.006  held  confidence .41 < .70
| waits 9m19s, nobody is on it
|
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ? help
keys f o
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INC-2290  kyc confidence drop ────────────────── 9 handoffs   11m   lee 7m ──
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
keys Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── h-9107  kyc.verdict@2  kyc>fraud ────────────── .. [history] contract diff ──
| h-9107: approved by lee 9:33 ago, accepted by fraud 9:32 ago
| 03:01:19.000  offered  attempt 1
| 03:01:19.006  held  confidence .41 < .75
| 03:03:08.000  approved  by lee  note: known drift, letting it through
| 03:03:09.000  accepted
| 03:03:09.100  applied  by fraud
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
| Esc back  ] tab  j down  b radius  m note  c copy  ? help
keys Esc b
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── RADIUS of h-9107 ─────────────────────────────────────────────── 4 used it ──
| 1 took it, 1 of them done   3 not taken yet: 2 offered, 1 held
| 0 decided  0 SHIPPED  0 ended   4 edges  2 incidents   EUR 1240 in 1
|>   h-9107                 kyc>fraud              it: approved by lee 9:33 ago,~
| !    h-9203               notify>support         not taken yet
|      h-9202               fraud>notify           completed by notify 8:58 ago
| !    h-9201               fraud>ledger           not taken yet
| !    h-91c2               fraud>refund           waits for you 0:40
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
| H hold  f trouble only  Enter open  Esc back  m note  c copy  ? help
keys f
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── RADIUS of h-9107 ───────────────────────── 4 used it, shown: not taken yet ──
| 1 took it, 1 of them done   3 not taken yet: 2 offered, 1 held
| 0 decided  0 SHIPPED  0 ended   4 edges  2 incidents   EUR 1240 in 1
|>   h-9107                 kyc>fraud              it: approved by lee 9:33 ago,~
| !    h-9203               notify>support         not taken yet
| !    h-9201               fraud>ledger           not taken yet
| !    h-91c2               fraud>refund           waits for you 0:40
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
| H hold  f trouble only  Enter open  Esc back  m note  c copy  ? help
keys f
keys H
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── RADIUS of h-9107 ─────────────────────────────────────────────── 4 used it ──
| 1 took it, 1 of them done   3 not taken yet: 2 offered, 1 held
| 0 decided  0 SHIPPED  0 ended   4 edges  2 incidents   EUR 1240 in 1
|>   h-9107                 kyc>fraud              it: approved by lee 9:33 ago,~
| !    h-9203               notify>support         not taken yet
|      h-9202               fraud>notify           completed by notify 8:58 ago
| !    h-9201               fraud>ledger           not taken yet
| !    h-91c2               fraud>refund           waits for you 0:40
|
|
|
|
|═══ HOLD 3 handoffs  sha256:83c0ea6bb33cf42b ═══════════════ nothing sent yet ══
|    h-9203  notify>support  -
|    h-9201  fraud>ledger  -
| !! h-91c2  fraud>refund  refund.decision@3  refund.decision of 1240   due 0:40
|    all 3 on this screen   several kinds or edges
| then  2 not taken yet: nobody begins without a person; held until 03:27:41;
|       then SHIPS EUR 1240
| note  (Tab to write one)
| type  3  then  y  to hold   typed: _   Tab note   any other key: go back
keys 3
wishes
|bell
|drop-keys
|claim h-91c2 by mira 300
# Notes: written in the prompt, of what is under the cursor.
keys Esc 5
keys Esc Esc g
keys m
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INCIDENTS  2 in trouble of 3 ───────────────────────────────── worst first ──
|    INCIDENT   TITLE                   WORST            OPEN  AGE  WHO
|>!! INC-2291   invoices refused since~ dead           5 of 5   9m  nobody
| ! #INC-2290   kyc confidence drop     held           4 of 9  11m  lee 7m
|    INC-2280                           completed      0 of 1  11m  nobody
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
| note of incident INC-2291
|:note
keys o d d Enter
wishes
|release h-91c2 by mira 0
|history
|ask "op":"annotate","what":"incident","name":"INC-2291","operator":"mira","note":"odd"
command tag known
command title the billing deploy
keys C
keys j C C
wishes
|ask "op":"annotate","what":"incident","name":"INC-2291","operator":"mira","tags":["known"]
|ask "op":"annotate","what":"incident","name":"INC-2291","operator":"mira","title":"the billing deploy"
|ask "op":"annotate","what":"incident","name":"INC-2291","operator":"mira","owner":"mira","seconds":1800,"take":false
|ask "op":"annotate","what":"incident","name":"INC-2290","operator":"mira","owner":"mira","seconds":1800,"take":true
# The capitals on a row of the waterfall, and where it is over.
keys Enter j j j j j
wait 2s
keys A
wait 1s
keys y
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:44Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INC-2290  kyc confidence drop ────────────────── 9 handoffs   11m   lee 7m ──
| 1 col = 10s   //: 8m48s quiet (Z)   ━ works  ░ held  ● taken  x refused  ▼ due
|     AT     EDGE                 CONF  STATE     03:01     03:02 //  03:12
|    +0:00   intake>triage         .97  ok        ●               //
|    +0:01     triage>support      .90  ok        ●               //
|    +0:04       support>notify    .88  ok        ●●              //
|    +0:01     triage>kyc          .93  ok        ●               //
| !  +0:10       kyc>fraud         .41  by lee     ░░░░░░░░░░●━━━━//━━
| !!#+2:12         fraud>refund    .41  YOU 0:37               ░░░//░░░░▼
|    +0:28     triage>kyc          .92  ok          ━●            //
| !  +0:38       kyc>fraud         .44  by lee       ░░░░░░░░░●━━━//━━
|>!! +2:26         fraud>refund    .44  in 5s                   ░░//░░░░░░▼
|── h-91c7  refund.decision@3  fraud>refund ─────── .. [history] contract diff ──
| 03:03:35.000  offered  attempt 1
| 03:03:35.006  held  confidence .44 < .70
| waits 9m08s, nobody is on it
|
|
|
| sending in 5s: APPROVE h-91c7   u undo   (held back, not sent)
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ? help
wait 6s
wishes
|drop-keys
|claim h-91c7 by mira 300
|drop-keys
|record
|decide d-1: approve h-91c7 attempt 1 sha256:fbc41f51 by mira
keys k A
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:50Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INC-2290  kyc confidence drop ────────────────── 9 handoffs   11m   lee 7m ──
| 1 col = 10s   //: 8m54s quiet (Z)   ━ works  ░ held  ● taken  x refused  ▼ due
|     AT     EDGE                 CONF  STATE     03:01     03:02 //
|    +0:00   intake>triage         .97  ok        ●               //
|    +0:01     triage>support      .90  ok        ●               //
|    +0:04       support>notify    .88  ok        ●●              //
|    +0:01     triage>kyc          .93  ok        ●               //
| !  +0:10       kyc>fraud         .41  by lee     ░░░░░░░░░░●━━━━//━━
| !!#+2:12         fraud>refund    .41  YOU 0:31               ░░░//░░░░▼
|    +0:28     triage>kyc          .92  ok          ━●            //
|>!  +0:38       kyc>fraud         .44  by lee       ░░░░░░░░░●━━━//━━
| !! +2:26         fraud>refund    .44  sent                    ░░//░░░░░▼
|── h-9114  kyc.verdict@2  kyc>fraud ────────────── .. [history] contract diff ──
| h-9114: approved by lee 9:36 ago
| 03:01:47.000  offered  attempt 1
| 03:01:47.006  held  confidence .44 < .75
| 03:03:14.000  approved  by lee
|
|
| approve is off: h-9114: approved by lee
| Enter open  o cause  f trouble only  Z quiet time  b radius  C claim  ? help
