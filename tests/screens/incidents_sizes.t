# The same at other sizes and with other glyphs.
recording tests/screens/data/incident.jsonl
size 120x36
at end
keys 5 j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  9/9 agents                                  Mon 23 Nov  03:12:41Z  mira
| 1 Now   2 Flow !   3 Review 2!!   4 Dead 4!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  4 dead letters, +4 in 10m  (+2 more)
|── INCIDENTS  2 in trouble of 3 ───────────────────────────────────────────────────────────────────────── worst first ──
|    INCIDENT   TITLE                               WORST            OPEN  AGE  WHO           EDGES IN TROUBLE
| !! INC-2291   invoices refused since the billing~ dead           5 of 5   9m  nobody        billing>ledger
|>! #INC-2290   kyc confidence drop                 held           4 of 9  11m  lee 7m        fraud>refund
|    INC-2280                                       completed      0 of 1  11m  nobody
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
|── INC-2290  kyc confidence drop ────────────────────────────────────────────────────────────── Enter: as a waterfall ──
| SINCE     03:01:09, the last event 03:03:35
| HANDOFFS  2 held, 1 accepted, 5 completed, 1 approved
| EDGES     fraud>refund LOW
| WHO       lee 7m, until 03:35
| TAGS      kyc, model
| NOTES     03:05:11 lee: kyc-v9 went live at 03:00:41, asked #ml to go back to v8
|
|
|
|
|
|
|
|
|
| Enter open  C claim  m note  f trouble only  / filter  n next trouble  Space mark  s sort  c copy  ? help
keys Enter j j j j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  9/9 agents                                  Mon 23 Nov  03:12:41Z  mira
| 1 Now   2 Flow !   3 Review 2!!   4 Dead 4!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  4 dead letters, +4 in 10m  (+2 more)
|── INC-2290  kyc confidence drop ────────────────────────────────────────────────────────── 9 handoffs   11m   lee 7m ──
| 1 col = 10s   //: 8m45s quiet, left out (Z shows it)   ━ working  ░ held for a human  ● taken  x refused  ▼ deadline
|     AT     EDGE                   HANDOFF     ARTIFACT           CONF  STATE     03:01     03:02 //  03:12
|    +0:00   intake>triage          h-9102      -                   .97  ok        ●               //
|    +0:01     triage>support       h-9105      -                   .90  ok        ●               //
|    +0:04       support>notify     h-9109      -                   .88  ok        ●●              //
|    +0:01     triage>kyc           h-9104      -                   .93  ok        ●               //
|>!  +0:10       kyc>fraud          h-9107      kyc.verdict@2       .41  by lee     ░░░░░░░░░░●━━━━//━━
| !!#+2:12         fraud>refund     h-91c2      refund.decision@3   .41  YOU 0:40               ░░░//░░░░░▼
|    +0:28     triage>kyc           h-9111      -                   .92  ok          ━●            //
| !  +0:38       kyc>fraud          h-9114      kyc.verdict@2       .44  by lee       ░░░░░░░░░●━━━//━━
| !! +2:26         fraud>refund     h-91c7      refund.decision@3   .44  YOU 0:54                ░░//░░░░░░▼
|
|── h-9107  kyc.verdict@2  kyc>fraud ──────────────────────────────── summary payload evidence [history] contract diff ──
| h-9107: approved by lee 9:33 ago, accepted by fraud 9:32 ago
| 03:01:19.000  offered  attempt 1
| 03:01:19.006  held  confidence .41 < .75
| 03:03:08.000  approved  by lee  note: known drift, letting it through
| 03:03:09.000  accepted
| 03:03:09.100  applied  by fraud
|
|
|
|── WHAT CHANGED ────────────────────────────────────────────────────────────────────────────────── from 30m before on ──
| 02:55:00  contract kyc.verdict/2.0.0 came in force
| 02:55:00  contract refund.decision/3.0.0 came in force
| 03:00:41  kyc: model kyc-v9 (was kyc-v8)
|
|
|── OTHER HANDOFFS touched by kyc, model kyc-v9 ──────────────────────────────────────────────────────── v: in the log ──
| since 03:00:41: 2 handoffs, 2 below their threshold, 2 in this incident, 0 waiting for you, 0 shipped unreviewed
|
| Enter open  o cause  f trouble only  Z quiet time  b radius  C claim  m note  ] tab  ? help
keys b
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  9/9 agents                                  Mon 23 Nov  03:12:41Z  mira
| 1 Now   2 Flow !   3 Review 2!!   4 Dead 4!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  4 dead letters, +4 in 10m  (+2 more)
|── RADIUS of h-9107 ─────────────────────────────────────────────────────────────────────────────────────── 4 used it ──
| 1 took it, 1 of them done   3 not taken yet: 2 offered, 1 held
| 0 decided  0 SHIPPED  0 ended   4 edges  2 incidents   EUR 1240 in 1
|>   h-9107                 kyc>fraud              it: approved by lee 9:33 ago, accepted by fraud 9:32 ago
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
size 60x20
keys Esc Esc
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:41Z
|1Now 2Flo! 3Rev 2!! 4Dea 4! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── INCIDENTS  2 in trouble of 3 ───────────── worst first ──
|    INCIDENT   TITLE               WORST      AGE  WHO
| !! INC-2291   invoices refused s~ dead        9m  nobody
|>! #INC-2290   kyc confidence drop held       11m  lee 7m
|    INC-2280                       completed  11m  nobody
|
|
|
|
|── INC-2290  kyc confidence drop ── Enter: as a waterfall ──
| SINCE     03:01:09, the last event 03:03:35
| HANDOFFS  2 held, 1 accepted, 5 completed, 1 approved
| EDGES     fraud>refund LOW
| WHO       lee 7m, until 03:35
| TAGS      kyc, model
| NOTES     03:05:11 lee: kyc-v9 went live at 03:00:41, asked
| Enter open  C claim  m note  f trouble only  ? help
keys Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:41Z
|1Now 2Flo! 3Rev 2!! 4Dea 4! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── INC-2290  kyc confidence drop ───────────────────────────
| 1 col = 15s   //: 8m35s quiet (Z)
|     AT     EDGE               STATE     03:01      //03:12
|    +0:00   intake>triage      ok        ●          //
|    +0:01     triage>support   ok        ●          //
|    +0:04       support>notify ok        ●          //
|    +0:01     triage>kyc       ok        ●          //
|>!  +0:10       kyc>fraud      by lee    ░░░░░░░●━━━//━━
| !!#+2:12         fraud>refund YOU 0:40          ░░░//░░░▼
|── h-9107  kyc.verdict@2  kyc>fraud ───── .. [history] .. ──
| h-9107: approved by lee 9:33 ago
| 03:01:19.000  offered  attempt 1
| 03:01:19.006  held  confidence .41 < .75
| 03:03:08.000  approved  by lee  note: known drift, letting
| it through
| 03:03:09.000  accepted
| Enter open  o cause  f trouble only  Z quiet time  ? help
keys b
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:41Z
|1Now 2Flo! 3Rev 2!! 4Dea 4! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── RADIUS of h-9107 ─────────────────────────── 4 used it ──
| 1 took it, 1 of them done   3 not taken yet: 2 offered, 1 ~
| 0 decided  0 SHIPPED  0 ended   4 edges  2 incidents   EUR~
|>   h-9107       kyc>fraud        it: approved by lee 9:33 ~
| !    h-9203     notify>support   not taken yet
|      h-9202     fraud>notify     completed by notify 8:58 ~
| !    h-9201     fraud>ledger     not taken yet
| !    h-91c2     fraud>refund     waits for you 0:40
|
|
|
|
|
|
|
|
| H hold  f trouble only  Enter open  Esc back  ? help
size 40x14
keys Esc Esc
screen
| seam [LIVE 0.4s]  lost 0     03:12:41Z
|1N 2F! 3R 2!! 4D 4! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── INCIDENTS  2 in trouble of 3 ────────
|    INCIDENT   WORST      AGE  WHO
| !! INC-2291   dead        9m  nobody
|>! #INC-2290   held       11m  lee 7m
|    INC-2280   completed  11m  nobody
|
|
|
|
|
| Enter open  C claim  m note  ? help
keys Enter
screen
| seam [LIVE 0.4s]  lost 0     03:12:41Z
|1N 2F! 3R 2!! 4D 4! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── INC-2290  kyc confidence drop ───────
|     AT     EDGE              STATE
|    +0:00   intake>triage     ok
|    +0:01     triage>support  ok
|    +0:04       support>noti~ ok
|    +0:01     triage>kyc      ok
|>!  +0:10       kyc>fraud     by lee
| !!#+2:12       fraud>refund  YOU 0:40
|    +0:28     triage>kyc      ok
| !  +0:38       kyc>fraud     by lee
| Enter open  o cause  ? help
keys b
screen
| seam [LIVE 0.4s]  lost 0     03:12:41Z
|1N 2F! 3R 2!! 4D 4! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── RADIUS of h-9107 ─────── 4 used it ──
| 1 took it, 1 of them done   3 not take~
| 0 decided  0 SHIPPED  0 ended   4 edge~
|>   h-9107       kyc>fraud        it: a~
| !    h-9203     notify>support   not t~
|      h-9202     fraud>notify     compl~
| !    h-9201     fraud>ledger     not t~
| !    h-91c2     fraud>refund     waits~
|
|
| H hold  f trouble only  ? help
size 80x24
keys Esc
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|-- INC-2290  kyc confidence drop ------------------ 9 handoffs   11m   lee 7m --
| 1 col = 10s   //: 8m45s quiet (Z)   = works  : held  o taken  x refused  v due
|     AT     EDGE                 CONF  STATE     03:01     03:02 //  03:12
|    +0:00   intake>triage         .97  ok        o               //
|    +0:01     triage>support      .90  ok        o               //
|    +0:04       support>notify    .88  ok        oo              //
|    +0:01     triage>kyc          .93  ok        o               //
|>!  +0:10       kyc>fraud         .41  by lee     ::::::::::o====//==
| !!#+2:12         fraud>refund    .41  YOU 0:40               ::://:::::v
|    +0:28     triage>kyc          .92  ok          =o            //
| !  +0:38       kyc>fraud         .44  by lee       :::::::::o===//==
| !! +2:26         fraud>refund    .44  YOU 0:54                :://::::::v
|-- h-9107  kyc.verdict@2  kyc>fraud -------------- .. [history] contract diff --
| h-9107: approved by lee 9:33 ago, accepted by fraud 9:32 ago
| 03:01:19.000  offered  attempt 1
| 03:01:19.006  held  confidence .41 < .75
| 03:03:08.000  approved  by lee  note: known drift, letting it through
| 03:03:09.000  accepted
| 03:03:09.100  applied  by fraud
|
| Enter open  o cause  f trouble only  Z quiet time  b radius  C claim  ? help
styles
|.tttt.ttttttttt.....................................uuuuuuuuuu
|...............w...........ccc.........ww..KKKKKKKKKKK##.............w
|cc.ccccccccccccccccccccccccc....cc.cccccccccccccccccccccccccccc
|rr.ttttttttttttttttttttttttttttt.rrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrrrrrr.rr
|
|.....tt.....tttt.................tttt..ttttt.....ttttt.....ttttt.tt..ttttt
|.................................................................uu
|.................................................................uu
|.................................................................uu
|.................................................................uu
|#W###############################################################UU#############
|.ccm...................................yyyyyyyy..................uu.....y
|.................................................................uu
|.w...............................................................uu
|.cc....................................yyyyyyyy..................uu......y
|rr.tttttttttttttttttttttttttttttttt.rrrrrrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrrrrrrr.rr
|.wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww
|
|
|
|
|
|
|.kkkkk.......k........k...............k.............k.........k........k
