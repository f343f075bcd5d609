# An observer's key: what it may not is dim, and says why and what to do.
recording tests/screens/data/night.jsonl
size 80x24
at 03:12:41
read-only observer
keys 3
screen
| seam prod-eu-1  [LIVE 0.4s]  READ-ONLY  8.1 ev/s  lost 0       03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
styles
|.tttt.ttttttttt...............wwwwwwwww
|...............w..KKKKKKKK#CCC.........www............................w
|cc.ccccccccccccccccccccccccc....cc.cccccccccccccccccccccccccccc
|rr.ttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrr.rr
|....ttt...ttttttt..tttttttt...........ttttttt..........tttt......tttttttttttttt
|##CC#CCCC#######################################################################
|..cc.cccc
|..w..wwww
|..w..wwww
|
|
|
|rr.ttttttttttttttttttttttttttttttttttttttt.rrrr.rrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rr
|.tttttttt
|.ttttttt
|.ttttttt...ccccccccccccccccccccccccccccccccc
|.tttttttt
|.tttt
|.tttttttt
|rr.rrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrr.rr
|
|
|
|.uuuuuuuuu..uuuuuuuu..uuuuuuuuuu..uuuuuu..kkkkk.......kkkkk.......k......k
keys A
screen
| seam prod-eu-1  [LIVE 0.4s]  READ-ONLY  8.1 ev/s  lost 0       03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| approve is off: your key is an observer's: ask for an operator's (:help roles)
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys C
screen
| seam prod-eu-1  [LIVE 0.4s]  READ-ONLY  8.1 ev/s  lost 0       03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| claim is off: your key is an observer's: ask for an operator's (:help roles)
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys ?
screen
| seam prod-eu-1  [LIVE 0.4s]  READ-ONLY  8.1 ev/s  lost 0       03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── HELP ──────────────────────────────────────────────────────────── 1 of 262 ──
| What is dim is off: your key is an observer's: ask for an operator's (:help
| roles).
|
| On Review
|  A             approve           opens the sheet that approves; needs a note if
|                                  there are faults, or evidence is missing for
|                                  what is critical
|  R             reject            opens the sheet that rejects; needs a note
|  E             escalate          opens the sheet that hands it to somebody else
|  H             hold              opens the sheet that stops the clock for 15
|                                  minutes
|  Tab           :next-pane        to the next pane
|  S-Tab         :previous-pane    to the pane before
|  ]             :next-tab         next tab of the detail
|  [             :previous-tab     tab of the detail before
|  Space         :mark             marks the row and steps down; the capitals act
|                                  on what is marked
|  *             :mark-all         marks all that is shown, or nothing
|
| Esc close  / search  Space b page  j k line  g G ends  w wrap
styles
|.tttt.ttttttttt...............wwwwwwwww
|...............w..KKKKKKKK#CCC.........www............................w
|cc.ccccccccccccccccccccccccc....cc.cccccccccccccccccccccccccccc
|rr.tttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrr.rr
|.uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu
|.uuuuuuu
|
|.ttttttttt
|..u.............uuuuuuu...........uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu
|..................................uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu
|..................................uuuuuuuuuuuuuuuu
|..u.............uuuuuu............uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu
|..u.............uuuuuuuu..........uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu
|..u.............uuuu..............uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu
|..................................uuuuuuu
|..kkk
|..kkkkk
|..k
|..k
|..kkkkk
|
|..k
|
|.kkk........k.........kkkkkkk.......kkk.......kkk.......k
keys Esc
keys : m u t e
screen
| seam prod-eu-1  [LIVE 0.4s]  READ-ONLY  8.1 ev/s  lost 0       03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
|:mute   your key is an observer's: ask for an operator's (:help roles)
styles
|.tttt.ttttttttt...............wwwwwwwww
|...............w..KKKKKKKK#CCC.........www............................w
|cc.ccccccccccccccccccccccccc....cc.cccccccccccccccccccccccccccc
|rr.ttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrr.rr
|....ttt...ttttttt..tttttttt...........ttttttt..........tttt......tttttttttttttt
|##CC#CCCC#######################################################################
|..cc.cccc
|..w..wwww
|..w..wwww
|
|
|
|rr.ttttttttttttttttttttttttttttttttttttttt.rrrr.rrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rr
|.tttttttt
|.ttttttt
|.ttttttt...ccccccccccccccccccccccccccccccccc
|.tttttttt
|.tttt
|.tttttttt
|rr.rrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrr.rr
|
|
|
|uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu
