# A click does what j, k, Tab and the digits do; off at the start.
recording tests/screens/data/night.jsonl
size 80x24
at end
now 1s
click 1 18
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── WAITING FOR YOU  7 ──────────────────────────────────────── if nobody acts ──
|> !! 0:40 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:54 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:09 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:01 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:39 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:04 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:29 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────── rates 1m ──
|  !! billing>ledger              BROKEN  contract-refused             3/min  8m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         6/min
|── DEAD LETTERS  41 ────────────────────────────────────────────── new in 10m ──
|  !  contract-refused       38   billing>ledger               +38  oldest    8m
|     deadline-passed         2   reviewer>deploy           steady  oldest   12m
|     no-consumer             1   support>notify            steady  oldest   12m
|── INCIDENTS  2 ────────────────────────────────────────────── open, age, who ──
|  !! INC-2291  dead                                  38 open   8m  nobody
|── MESH  14 of 14 agents heard ──────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
keys F2
click 1 18
click 8 30
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|  !! 0:40 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:54 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:09 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|> !  6:01 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:39 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:04 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:29 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-9184  deploy.plan@5  reviewer>deploy ───── [summary] payload evidence .. ──
| WHY HERE  confidence .62, the contract asks .80
| WILL DO   deploy payments to eu-1
| AT 0:00   goes to oncall-lead, at 03:18:43
| EVIDENCE  1 of 1 missing:  - /tests
| FROM      reviewer .62 > deploy
| CONTRACT  deploy.plan/5.1.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
wheel down
styles
|.tttt.ttttttttt.....................................uuuuuuuuuu
|...............w..KKKKKKKK#CCC.........www............................w
|cc.ccccccccccccccccccccccccc....cc.cccccccccccccccccccccccccccc
|rr.ttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrr.rr
|....ttt...ttttttt..tttttttt...........ttttttt..........tttt......tttttttttttttt
|..cc.cccc
|..cc.cccc
|..w..wwww
|..w..wwww
|
|
|################################################################################
|rr.ttttttttttttttttttttttttttttttttttttttt.rrrr.rrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rr
|.tttttttt
|.ttttttt
|.ttttttt
|.tttttttt
|.tttt
|.tttttttt
|rr.rrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrr.rr
|
|
|
|.k..........k.........k...........k.......kkkkk.......kkkkk.......k......k
click 5 3
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:40 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:54 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:09 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:01 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:39 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:04 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:29 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
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
click 1 3
click 14 20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── WAITING FOR YOU  7 ──────────────────────────────────────── if nobody acts ──
|  !! 0:40 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:54 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:09 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:01 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:39 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:04 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:29 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────── rates 1m ──
|  !! billing>ledger              BROKEN  contract-refused             3/min  8m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         6/min
|── DEAD LETTERS  41 ────────────────────────────────────────────── new in 10m ──
|> !  contract-refused       38   billing>ledger               +38  oldest    8m
|     deadline-passed         2   reviewer>deploy           steady  oldest   12m
|     no-consumer             1   support>notify            steady  oldest   12m
|── INCIDENTS  2 ────────────────────────────────────────────── open, age, who ──
|  !! INC-2291  dead                                  38 open   8m  nobody
|── MESH  14 of 14 agents heard ──────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s
|
| Enter open  Tab pane  : command  p freeze  ? help
styles
|.tttt.ttttttttt.....................................uuuuuuuuuu
|.KKKKK.........w...........ccc.........www............................w
|cc.ccccccccccccccccccccccccc....cc.cccccccccccccccccccccccccccc
|rr.tttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrr.rr
|..cc.cccc
|..cc.cccc
|..w..wwww
|..w..wwww
|
|
|
|rr.ttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrr.rr
|..cc
|..w
|rr.tttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrr.rr
|##W#############################################################################
|
|
|rr.tttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrr.rr
|..cc
|rr.ttttttttttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrr.rr
|
|
|.kkkkk.......kkk.......k..........k.........k
click 8 10
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── WAITING FOR YOU  7 ──────────────────────────────────────── if nobody acts ──
|  !! 0:40 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:54 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:09 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:01 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|>   11:39 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:04 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:29 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────── rates 1m ──
|  !! billing>ledger              BROKEN  contract-refused             3/min  8m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         6/min
|── DEAD LETTERS  41 ────────────────────────────────────────────── new in 10m ──
|  !  contract-refused       38   billing>ledger               +38  oldest    8m
|     deadline-passed         2   reviewer>deploy           steady  oldest   12m
|     no-consumer             1   support>notify            steady  oldest   12m
|── INCIDENTS  2 ────────────────────────────────────────────── open, age, who ──
|  !! INC-2291  dead                                  38 open   8m  nobody
|── MESH  14 of 14 agents heard ──────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
click 1 8
click 4 28
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── FLOW  14 agents  19 edges ───────────────────────── pinned 03:12  rates 1m ──
|                     ╭─►!kyc ┄┄┄┄b►!fraud ┄┄d┬► refund ──┬┳►!ledger ─┬╮
|                     │   7/m .41    6/m      │  7/m      │┃  8/m     ╰┼► audit
|                     │                       │           │┃           │  7/m
|                     ├────────────► support┄┬╯           ╰┃───────────┤
| intake ──► triage ─┬┴─►!billing━┓  5/m     ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┃┄┄┄┄┄┄┄┄┄c┬┴► notify
| 16/m       17/m    │    4/m     ┗━━━━━━━━━━━━━━━━━━━━━━a━┛          │   8/m
|                    │                                                │
|                    ╰──► planner──► coder ────► reviewer┄e┄► deploy ─╯
|                         1/m        2/m         2/m   ^1     1/m
|── TROUBLE  5 edges, worst first ──── counts 10m, rates 1m   healthy edges 14 ──
| !! a billing>ledger     BROKEN  38 of 38 refused     3/min    conf .91      8m
| !  b kyc>fraud          LOW     8 of 8 below .75     6/min    1 waits
|    c support>notify     WAITS   1 waits for you      3/min    conf .88
|    d fraud>refund       WAITS   4 wait for you       6/min    conf .78
|── a  billing>ledger ───────────────────────────────────────────────────────────
| contract-refused: due_date: string, not date   incident INC-2291
| first refusal 03:04:12   last offer 03:12:24   invoice.draft/4.0.0
| 38 dead  0 waiting   CAUSE? 4m after invoice.draft/4.0.0 was loaded
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
styles
|.tttt.ttttttttt.....................................uuuuuuuuuu
|........KKKKKK#W...........ccc.........www............................w
|cc.ccccccccccccccccccccccccc....cc.cccccccccccccccccccccccccccc
|rr.ttttttttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrrr.rr
|........................W###.kkkkwkw........w.............mmw
|.........................uuuuuuu....uuu.........uuu.......m..uuu
|..........................................................m..............uuu
|..........................................................m
|........................w.......mm..uuu...................m.........w
|.uuuu.......uuuu.........uuu.....mmmmmmmmmmmmmmmmmmmmmmmCmm..............uuu
|
|.........................................................w
|.........................uuu........uuu.........uuu...uu.....uuu
|rr.ttttttttttttttttttttttttttttt.rrrr.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rr
|.cc.t....................cccccc
|.w..t....................www
|....t....................yyyyy
|....t....................yyyyy
|rr.ttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
|
|
|
|
|.kkkkk.......kkk.......k...........k.....................k...............k
size 120x36
click 1 35
click 6 5
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:41Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── DEAD LETTERS  41 ───────────────────────────────────────────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                                     OLDEST  NEWEST  REQUEUE?         VALUE
|  !!     38  +38       > contract-refused          billing>ledger                    8m     17s       yes     EUR 59831
|> !       2  steady    > deadline-passed           reviewer>deploy                  12m     12m        no
|  !       1  steady    > no-consumer               support>notify                   12m     12m        no
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
|── reviewer>deploy   2 letters ─────────────────────────────────────────────────────────────────────────────────────────
| WHY       reviewer or deploy: "nobody approved in 15 min"
| SINCE     03:00:04, the newest 03:00:05
| CONTRACT  names no contract; this edge has deploy.plan/5.1.0
| REQUEUE   fits 0 of 2: unknown contract (2)
|
|
|
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  s sort  / filter  c copy  e change  ? help
size 60x20
click 1 14
click 7 5
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:41Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── REVIEW  7 waiting ──────────────────────── by deadline ──
|    DUE   HANDOFF FROM>TO         CONF     AT 0:00
|  !! 0:40 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240
|  !! 0:54 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310
|> !  3:09 h-91aa  kyc>fraud       1 fault  stops
|  !  6:01 h-9184  reviewer>deploy .62 <.80 to oncall-lead
|    11:39 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89
|    12:04 h-916e  support>notify  .55 <.60 stops
|    14:29 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45
|── h-91aa  kyc.verdict@2  kyc>fraud ──────── [summary] .. ──
| WHY HERE  faults: no confidence
| WILL DO   customer c-5512: pass
| AT 0:00   stops: nothing more happens, at 03:15:51
| FROM      kyc > fraud
| CONTRACT  kyc.verdict/2.0.0  1 fault  the taker waits
| SCOPE     kyc.verdict
| A approve  R reject  E escalate  H hold  Space mark  ? help
size 40x14
click 1 10
click 6 5
screen
| seam [LIVE 0.4s]  lost 0     03:12:41Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── REVIEW  7 waiting ──────── 2 below ──
|    DUE   FROM>TO         CONF AT 0:00
|  !! 0:40 fraud>refund    .41  SHIPS
|> !! 0:54 fraud>refund    .44  SHIPS
|  !  3:09 kyc>fraud       1flt stops
|  !  6:01 reviewer>deploy .62  escalates
|    11:39 fraud>refund    .66  SHIPS
|── h-91c7  refund.decision@3 ───────────
| conf .44, needs .70; 2 of 3 missing
| refund EUR 310 to card ...0093, order ~
| A approve  R reject  E escalate  ? help
# a sheet hears no mouse
size 80x24
keys 3
wait 2s
keys A
wait 1s
click 22 3
click 1 3
wheel down
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:44Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|  !! 0:37 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|> !! 0:51 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:06 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  5:58 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:36 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:01 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:26 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c7  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .44, the contract asks .70
| WILL DO   refund EUR 310 to card ...0093, order 88c7
| AT 0:00   SHIPS without review, at 03:13:36
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .44 > refund
|═══ APPROVE 1 handoff  sha256:cb447414c09c3d7b ═════════════ nothing sent yet ══
| !! h-91c7  fraud>refund  refund.decision@3                            due 0:51
|    refund EUR 310 to card ...0093, order 88c7
| !  2 of 3 evidence missing
| note  (Tab to write one)
| press  y  to approve   Tab note   any other key: go back
wishes
|bell
|set mouse on
|drop-keys
|claim h-91c7 by mira 300
