# What the link is decides what may be believed and done.
recording tests/screens/data/night.jsonl
size 80x24
link connecting 3s tries 3 retry 4s error connection refused
screen
| seam prod-eu-1  [CONNECTING]  -- ev/s              Thu 01 Jan  00:00:00Z  mira
| 1 Now -  2 Flow -  3 Review -  4 Dead -  5 Incidents -  6 Registry -  7 Log -
|.. no data yet: connecting 3s. An empty screen is no good news.
|── NOW  not known yet ──────────────────────────────────────────────────────────
|
|   control   tcp://mesh-a:5571                 not connected, try 3, next in 4s
|   feed      tcp://mesh-a:5572                 after control has answered
|   events    tcp://mesh-a:5570                 the hub listens there
|
|   last error: connection refused
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
| C-r retry  Enter open  Tab pane  : command  p freeze  ? help
keys 3
screen
| seam prod-eu-1  [CONNECTING]  -- ev/s              Thu 01 Jan  00:00:00Z  mira
| 1 Now -  2 Flow -  3 Review -  4 Dead -  5 Incidents -  6 Registry -  7 Log -
|.. no data yet: connecting 3s. An empty screen is no good news.
|── REVIEW  not known yet ───────────────────────────────────────────────────────
|
|   control   tcp://mesh-a:5571                 not connected, try 3, next in 4s
|   feed      tcp://mesh-a:5572                 after control has answered
|   events    tcp://mesh-a:5570                 the hub listens there
|
|   last error: connection refused
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
| C-r retry  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  ? help
at 400
link syncing 1s synced 400 of 935
screen
| seam prod-eu-1  [SYNCING 42%]  -- ev/s             Mon 23 Nov  03:08:23Z  mira
| 1 Now -  2 Flow -  3 Review -  4 Dead -  5 Incidents -  6 Registry -  7 Log -
|.. reading what has happened: 400 of 935 events. Not complete.
|── REVIEW  not known yet ───────────────────────────────────────────────────────
|
|   control   tcp://mesh-a:5571                 answered; 400 of 935 events
|   feed      tcp://mesh-a:5572                 listening
|   events    tcp://mesh-a:5570                 the hub listens there
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
| Space mark  Enter open  ] tab  / filter  Tab pane  c copy  C claim  ? help
at end
link quiet 40s
screen
| seam prod-eu-1  [QUIET 40s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
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
link stale 7s
screen
| seam prod-eu-1  [STALE 7s]  last event 03:12:40  lost 0        03:12:40Z  mira
|1Now ? 2Flow ? 3Review 7? 4Dead 41? 5Incidents 2? 6Registry ? 7Log
|!! 2 SHIP UNREVIEWED in <60s    !! the hub is silent for 7s  (+4 more)
|── REVIEW  7 waiting as of 03:12:40 ────────────────────────────────── OLD 7s ──
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
| C-r retry  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  ? help
keys A
screen
| seam prod-eu-1  [STALE 7s]  last event 03:12:40  lost 0        03:12:40Z  mira
|1Now ? 2Flow ? 3Review 7? 4Dead 41? 5Incidents 2? 6Registry ? 7Log
|!! 2 SHIP UNREVIEWED in <60s    !! the hub is silent for 7s  (+4 more)
|── REVIEW  7 waiting as of 03:12:40 ────────────────────────────────── OLD 7s ──
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
| approve is off: the hub has not been heard for 7s
| C-r retry  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  ? help
link lost 72s tries 9 retry 5s missed 14 error connection refused
now 72s
screen
| seam prod-eu-1  [LOST 1m12s]  last event 03:12:40  lost 0      03:13:52Z  mira
|1Now ? 2Flow ? 3Review 7? 4Dead 41? 5Incidents 2? 6Registry ? 7Log
|!! NO CONNECTION since 03:12:40    !! 2 SHIPPED UNREVIEWED?  (+4 more)
|── REVIEW  7 waiting as of 03:12:40 ─────────────────────────────── OLD 1m12s ──
|    DUE   HANDOFF  ARTIFACT          FROM>TO          CONF      IF NOBODY ACTS
|> !! PAST h-91c2   refund.decision~  fraud>refund     .41 <.70  SHIPPED? unknown
|  !! PAST h-91c7   refund.decision~  fraud>refund     .44 <.70  SHIPPED? unknown
|  !  1:58 h-91aa   kyc.verdict@2     kyc>fraud        1 fault   stops
|  !  4:50 h-9184   deploy.plan@5     reviewer>deploy  .62 <.80  to oncall-lead
|    10:28 h-9170   refund.decision~  fraud>refund     .66 <.70  SHIPS EUR 89
|    10:53 h-916e   reply.draft@1     support>notify   .55 <.60  stops
|    13:18 h-9169   refund.decision~  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22: passed, unknown
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|────────────────────────────────────────────────────────────────────────────────
| retry 9, next in 5s (C-r now)   14 heartbeats missed   connection refused
| The deadlines keep running without you.
| approve is off: the hub has not been heard for 7s
| C-r retry  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  ? help
keys 1
screen
| seam prod-eu-1  [LOST 1m12s]  last event 03:12:40  lost 0      03:13:52Z  mira
|1Now ? 2Flow ? 3Review 7? 4Dead 41? 5Incidents 2? 6Registry ? 7Log
|!! NO CONNECTION since 03:12:40    !! 2 SHIPPED UNREVIEWED?  (+4 more)
|── WAITING FOR YOU  7 as of 03:12:40 ────────────────────────────── OLD 1m12s ──
|> !! PAST h-91c2   refund.decision~  fraud>refund     .41 <.70  SHIPPED? unknown
|  !! PAST h-91c7   refund.decision~  fraud>refund     .44 <.70  SHIPPED? unknown
|  !  1:58 h-91aa   kyc.verdict@2     kyc>fraud        1 fault   stops
|  !  4:50 h-9184   deploy.plan@5     reviewer>deploy  .62 <.80  to oncall-lead
|    10:28 h-9170   refund.decision~  fraud>refund     .66 <.70  SHIPS EUR 89
|           2 more, next in 10:53
|── EDGES IN TROUBLE  2 as of 03:12:40 ───────────────────────────── OLD 1m12s ──
|  !! billing>ledger              BROKEN  contract-refused             3/min  8m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         6/min
|── DEAD LETTERS  41 as of 03:12:40 ──────────────────────────────── OLD 1m12s ──
|  !  contract-refused       38   billing>ledger               +38  oldest    9m
|     deadline-passed         2   reviewer>deploy           steady  oldest   13m
|     no-consumer             1   support>notify            steady  oldest   13m
|── MESH  14 of 14 agents heard as of 03:12:40 ───────────────────── OLD 1m12s ──
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s
|────────────────────────────────────────────────────────────────────────────────
| retry 9, next in 5s (C-r now)   14 heartbeats missed   connection refused
| The deadlines keep running without you.
|
| C-r retry  Enter open  Tab pane  : command  ? help
keys 2
screen
| seam prod-eu-1  [LOST 1m12s]  last event 03:12:40  lost 0      03:13:52Z  mira
|1Now ? 2Flow ? 3Review 7? 4Dead 41? 5Incidents 2? 6Registry ? 7Log
|!! NO CONNECTION since 03:12:40    !! 2 SHIPPED UNREVIEWED?  (+4 more)
|── FLOW  14 agents  19 edges as of 03:12:40 ─────────────────────── OLD 1m12s ──
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
|>!! a billing>ledger     BROKEN  38 of 38 refused     3/min    conf .91      8m
| !  b kyc>fraud          LOW     8 of 8 below .75     6/min    1 waits
|    c support>notify     WAITS   1 waits for you      3/min    conf .88
|    d fraud>refund       WAITS   4 wait for you       6/min    conf .78
|    e reviewer>deploy    WAITS   1 waits for you      1/min    conf .90
|────────────────────────────────────────────────────────────────────────────────
| retry 9, next in 5s (C-r now)   14 heartbeats missed   connection refused
| The deadlines keep running without you.
|
| C-r retry  Enter open  Tab pane  e ego view  v graph/table/matrix  ? help
keys 4
screen
| seam prod-eu-1  [LOST 1m12s]  last event 03:12:40  lost 0      03:13:52Z  mira
|1Now ? 2Flow ? 3Review 7? 4Dead 41? 5Incidents 2? 6Registry ? 7Log
|!! NO CONNECTION since 03:12:40    !! 2 SHIPPED UNREVIEWED?  (+4 more)
|── DEAD LETTERS  41 as of 03:12:40 ──────────────────────────────── OLD 1m12s ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!     38  +38       > contract-refused      billing>ledger                8m
|  !       2  steady    > deadline-passed       reviewer>deploy              12m
|  !       1  steady    > no-consumer           support>notify               12m
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
|────────────────────────────────────────────────────────────────────────────────
| retry 9, next in 5s (C-r now)   14 heartbeats missed   connection refused
| The deadlines keep running without you.
|
| C-r retry  Space mark  * all  Enter open  s sort  / filter  c copy  ? help
keys X
screen
| seam prod-eu-1  [LOST 1m12s]  last event 03:12:40  lost 0      03:13:52Z  mira
|1Now ? 2Flow ? 3Review 7? 4Dead 41? 5Incidents 2? 6Registry ? 7Log
|!! NO CONNECTION since 03:12:40    !! 2 SHIPPED UNREVIEWED?  (+4 more)
|── DEAD LETTERS  41 as of 03:12:40 ──────────────────────────────── OLD 1m12s ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!     38  +38       > contract-refused      billing>ledger                8m
|  !       2  steady    > deadline-passed       reviewer>deploy              12m
|  !       1  steady    > no-consumer           support>notify               12m
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
|────────────────────────────────────────────────────────────────────────────────
| retry 9, next in 5s (C-r now)   14 heartbeats missed   connection refused
| The deadlines keep running without you.
| discard is off: no connection to the hub for 1m12s
| C-r retry  Space mark  * all  Enter open  s sort  / filter  c copy  ? help
keys 7
screen
| seam prod-eu-1  [LOST 1m12s]  last event 03:12:40  lost 0      03:13:52Z  mira
|1Now ? 2Flow ? 3Review 7? 4Dead 41? 5Incidents 2? 6Registry ? 7Log
|!! NO CONNECTION since 03:12:40    !! 2 SHIPPED UNREVIEWED?  (+4 more)
|── LOG  all events as of 03:12:40 ───────────────────────────────── OLD 1m12s ──
|    03:12:40.900  beat       support
|    03:12:40.900  beat       planner
|    03:12:40.900  beat       fraud
|    03:12:40.900  beat       refund
|    03:12:40.900  beat       ledger
|    03:12:40.900  beat       notify
|    03:12:40.900  beat       coder
|    03:12:40.900  beat       reviewer
|    03:12:40.900  beat       deploy
|>   03:12:40.900  beat       audit
|── beat   event 935 ────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"audit-36","source":"agent:audit","run":"r1","sequen
| ce":"00000000000000000036","type":"seam.agent.heartbeat","time":"2026-11-23T03
| :12:40.900000Z","data":{"agent":"audit"},"recordedtime":"2026-11-23T03:12:40.9
| 00000Z","hubsequence":"00000000000000000935"}
|────────────────────────────────────────────────────────────────────────────────
| retry 9, next in 5s (C-r now)   14 heartbeats missed   connection refused
| The deadlines keep running without you.
|
| C-r retry  G bottom  g top  n next trouble  / filter  f trouble only  ? help
link live 400ms behind 1200
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:52Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+6 more)
|── LOG  all events ──────────────────────────────────────────────── following ──
|    03:12:40.900  beat       triage
|    03:12:40.900  beat       kyc
|    03:12:40.900  beat       billing
|    03:12:40.900  beat       support
|    03:12:40.900  beat       planner
|    03:12:40.900  beat       fraud
|    03:12:40.900  beat       refund
|    03:12:40.900  beat       ledger
|    03:12:40.900  beat       notify
|    03:12:40.900  beat       coder
|    03:12:40.900  beat       reviewer
|    03:12:40.900  beat       deploy
|>   03:12:40.900  beat       audit
|── beat   event 935 ────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"audit-36","source":"agent:audit","run":"r1","sequen
| ce":"00000000000000000036","type":"seam.agent.heartbeat","time":"2026-11-23T03
| :12:40.900000Z","data":{"agent":"audit"},"recordedtime":"2026-11-23T03:12:40.9
| 00000Z","hubsequence":"00000000000000000935"}
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
link live 400ms open
screen
| seam prod-eu-1  [LIVE 0.4s]  OPEN  8.1 ev/s  lost 0            03:13:52Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !  2 deadlines are past, not fired  (+4 more)
|── LOG  all events ──────────────────────────────────────────────── following ──
|    03:12:40.900  beat       triage
|    03:12:40.900  beat       kyc
|    03:12:40.900  beat       billing
|    03:12:40.900  beat       support
|    03:12:40.900  beat       planner
|    03:12:40.900  beat       fraud
|    03:12:40.900  beat       refund
|    03:12:40.900  beat       ledger
|    03:12:40.900  beat       notify
|    03:12:40.900  beat       coder
|    03:12:40.900  beat       reviewer
|    03:12:40.900  beat       deploy
|>   03:12:40.900  beat       audit
|── beat   event 935 ────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"audit-36","source":"agent:audit","run":"r1","sequen
| ce":"00000000000000000036","type":"seam.agent.heartbeat","time":"2026-11-23T03
| :12:40.900000Z","data":{"agent":"audit"},"recordedtime":"2026-11-23T03:12:40.9
| 00000Z","hubsequence":"00000000000000000935"}
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
link live 400ms off 3200ms
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  clock +3.2s     03:13:52Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !  2 deadlines are past, not fired  (+4 more)
|── LOG  all events ──────────────────────────────────────────────── following ──
|    03:12:40.900  beat       triage
|    03:12:40.900  beat       kyc
|    03:12:40.900  beat       billing
|    03:12:40.900  beat       support
|    03:12:40.900  beat       planner
|    03:12:40.900  beat       fraud
|    03:12:40.900  beat       refund
|    03:12:40.900  beat       ledger
|    03:12:40.900  beat       notify
|    03:12:40.900  beat       coder
|    03:12:40.900  beat       reviewer
|    03:12:40.900  beat       deploy
|>   03:12:40.900  beat       audit
|── beat   event 935 ────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"audit-36","source":"agent:audit","run":"r1","sequen
| ce":"00000000000000000036","type":"seam.agent.heartbeat","time":"2026-11-23T03
| :12:40.900000Z","data":{"agent":"audit"},"recordedtime":"2026-11-23T03:12:40.9
| 00000Z","hubsequence":"00000000000000000935"}
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
link live 400ms journal disk full
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:52Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! the hub cannot write its journal    !! 2 SHIP UNREVIEWED in <60s  (+5 more)
|── LOG  all events ──────────────────────────────────────────────── following ──
|    03:12:40.900  beat       triage
|    03:12:40.900  beat       kyc
|    03:12:40.900  beat       billing
|    03:12:40.900  beat       support
|    03:12:40.900  beat       planner
|    03:12:40.900  beat       fraud
|    03:12:40.900  beat       refund
|    03:12:40.900  beat       ledger
|    03:12:40.900  beat       notify
|    03:12:40.900  beat       coder
|    03:12:40.900  beat       reviewer
|    03:12:40.900  beat       deploy
|>   03:12:40.900  beat       audit
|── beat   event 935 ────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"audit-36","source":"agent:audit","run":"r1","sequen
| ce":"00000000000000000036","type":"seam.agent.heartbeat","time":"2026-11-23T03
| :12:40.900000Z","data":{"agent":"audit"},"recordedtime":"2026-11-23T03:12:40.9
| 00000Z","hubsequence":"00000000000000000935"}
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
# A mesh that was quiet for two minutes before: since the last beat, not since the last event.
now 2m
link lost 15s tries 1
keys 1
screen
| seam prod-eu-1  [LOST 15s]  last event 03:12:40  lost 0        03:14:40Z  mira
|1Now ? 2Flow ? 3Review 7? 4Dead 41? 5Incidents 2? 6Registry ? 7Log
|!! NO CONNECTION since 03:14:25    !! 2 SHIPPED UNREVIEWED?  (+4 more)
|── WAITING FOR YOU  7 as of 03:14:25 ──────────────────────────────── OLD 15s ──
|> !! PAST h-91c2   refund.decision~  fraud>refund     .41 <.70  SHIPPED? unknown
|  !! PAST h-91c7   refund.decision~  fraud>refund     .44 <.70  SHIPPED? unknown
|  !  1:10 h-91aa   kyc.verdict@2     kyc>fraud        1 fault   stops
|  !  4:02 h-9184   deploy.plan@5     reviewer>deploy  .62 <.80  to oncall-lead
|  !  9:40 h-9170   refund.decision~  fraud>refund     .66 <.70  SHIPS EUR 89
|           2 more, next in 10:05
|── EDGES IN TROUBLE  2 as of 03:14:25 ─────────────────────────────── OLD 15s ──
|  !! billing>ledger              BROKEN  contract-refused            0/min  10m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         0/min
|── DEAD LETTERS  41 as of 03:14:25 ────────────────────────────────── OLD 15s ──
|  !  contract-refused       38   billing>ledger               +36  oldest   10m
|     deadline-passed         2   reviewer>deploy           steady  oldest   14m
|     no-consumer             1   support>notify            steady  oldest   14m
|── MESH  14 of 14 agents heard as of 03:14:25 ─────────────────────── OLD 15s ──
|     handoffs  ▁▅▂▃▂▂▄▃▃▃▂▄▃▃▃▂▄▃▃▃▃▄▇███▃▁▁▁  0/min
|────────────────────────────────────────────────────────────────────────────────
| retry 1 under way   0 heartbeats missed
| The deadlines keep running without you.
|
| C-r retry  Enter open  Tab pane  : command  ? help
keys 3
screen
| seam prod-eu-1  [LOST 15s]  last event 03:12:40  lost 0        03:14:40Z  mira
|1Now ? 2Flow ? 3Review 7? 4Dead 41? 5Incidents 2? 6Registry ? 7Log
|!! NO CONNECTION since 03:14:25    !! 2 SHIPPED UNREVIEWED?  (+4 more)
|── REVIEW  7 waiting as of 03:14:25 ───────────────────────────────── OLD 15s ──
|    DUE   HANDOFF  ARTIFACT          FROM>TO          CONF      IF NOBODY ACTS
|> !! PAST h-91c2   refund.decision~  fraud>refund     .41 <.70  SHIPPED? unknown
|  !! PAST h-91c7   refund.decision~  fraud>refund     .44 <.70  SHIPPED? unknown
|  !  1:10 h-91aa   kyc.verdict@2     kyc>fraud        1 fault   stops
|  !  4:02 h-9184   deploy.plan@5     reviewer>deploy  .62 <.80  to oncall-lead
|  !  9:40 h-9170   refund.decision~  fraud>refund     .66 <.70  SHIPS EUR 89
|    10:05 h-916e   reply.draft@1     support>notify   .55 <.60  stops
|    12:30 h-9169   refund.decision~  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22: passed, unknown
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|────────────────────────────────────────────────────────────────────────────────
| retry 1 under way   0 heartbeats missed
| The deadlines keep running without you.
|
| C-r retry  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  ? help
# Just lost: no retry has been counted; and events a second are not known at first.
link lost 1s missed 1 error the hub has gone
rate -1
keys 1
screen
| seam prod-eu-1  [LOST 1.0s]  last event 03:12:40  lost 0       03:14:40Z  mira
|1Now ? 2Flow ? 3Review 7? 4Dead 41? 5Incidents 2? 6Registry ? 7Log
|!! NO CONNECTION since 03:14:39    !! 2 SHIPPED UNREVIEWED?  (+4 more)
|── WAITING FOR YOU  7 as of 03:14:39 ─────────────────────────────── OLD 1.0s ──
|> !! PAST h-91c2   refund.decision~  fraud>refund     .41 <.70  SHIPPED? unknown
|  !! PAST h-91c7   refund.decision~  fraud>refund     .44 <.70  SHIPPED? unknown
|  !  1:10 h-91aa   kyc.verdict@2     kyc>fraud        1 fault   stops
|  !  4:02 h-9184   deploy.plan@5     reviewer>deploy  .62 <.80  to oncall-lead
|  !  9:40 h-9170   refund.decision~  fraud>refund     .66 <.70  SHIPS EUR 89
|           2 more, next in 10:05
|── EDGES IN TROUBLE  2 as of 03:14:39 ────────────────────────────── OLD 1.0s ──
|  !! billing>ledger              BROKEN  contract-refused            0/min  10m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         0/min
|── DEAD LETTERS  41 as of 03:14:39 ───────────────────────────────── OLD 1.0s ──
|  !  contract-refused       38   billing>ledger               +35  oldest   10m
|     deadline-passed         2   reviewer>deploy           steady  oldest   14m
|     no-consumer             1   support>notify            steady  oldest   14m
|── MESH  14 of 14 agents heard as of 03:14:39 ────────────────────── OLD 1.0s ──
|     handoffs  ▅▂▂▃▃▄▂▂▃▃▄▂▃▃▃▄▃▃▃▃▅▃████▁▁▁▁  0/min
|────────────────────────────────────────────────────────────────────────────────
| C-r retries   1 heartbeat missed   the hub has gone
| The deadlines keep running without you.
|
| C-r retry  Enter open  Tab pane  : command  ? help
