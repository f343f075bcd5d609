# A recording: read only, laid out once, its own keys.
recording tests/screens/data/night.jsonl
size 80x24
at 03:06:00
replay 4 playing mark 03:02:00
screen
| seam night.jsonl  [REPLAY x4]  lost 0              Mon 23 Nov  03:05:58Z  mira
| 1 Now  2 Flow !  3 Review 3!  4 Dead 12!  5 Incidents 2  6 Registry !  7 Log
|at 03:05:58: !! billing>ledger broken for 1m  (+3 more)
|── WAITING FOR YOU  3 ──────────────────────────────────────── if nobody acts ──
|> !  7:23 h-91c2   refund.decision@3  fraud>refund  .41 <.70  SHIPS EUR 1240
|  !  7:37 h-91c7   refund.decision@3  fraud>refund  .44 <.70  SHIPS EUR 310
|  !  9:52 h-91aa   kyc.verdict@2      kyc>fraud     1 fault   stops
|── EDGES IN TROUBLE  3 ───────────────────────────────────────────── rates 1m ──
|  !! billing>ledger              BROKEN  contract-refused             5/min  1m
|  !! reviewer>deploy             BROKEN  deadline-passed              0/min  5m
|  !  support>notify              LOSES  1 of 6 died: no-consumer      1/min  5m
|── DEAD LETTERS  12 ────────────────────────────────────────────── new in 10m ──
|  !  contract-refused        9   billing>ledger                +9  oldest    1m
|  !  deadline-passed         2   reviewer>deploy               +2  oldest    5m
|  !  no-consumer             1   support>notify                +1  oldest    5m
|── MESH  14 of 14 agents heard ──────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█▃▄▃▃▆▄▅▅▃▇▅  29/min
|
|
| !! 03:05:58.980  dead       billing>ledger  h-9a19  due_date: string, not date
|── REPLAY  x4 playing ────────────────────────────────────── event 280 of 935 ──
| events/s █▂▂▂▂▂▂▁▂▂▂▂▂▂▁▂▂▂▃▂▂▁▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▂▂▂▂▂▂▃▂▂▂▄▄▃▅▄▄▄▅▄▃ 9.5
| 03:00    !─────────m─────!───────────[─]──────────────────────────────── 03:12
| Space pause  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  ? help
keys 2
screen
| seam night.jsonl  [REPLAY x4]  lost 0              Mon 23 Nov  03:05:58Z  mira
| 1 Now  2 Flow !  3 Review 3!  4 Dead 12!  5 Incidents 2  6 Registry !  7 Log
|at 03:05:58: !! billing>ledger broken for 1m  (+3 more)
|── FLOW  as of 03:05:58.980  14 agents  19 edges ────────────────── read only ──
|                     ╭─► kyc ┄┄┄┄e► fraud ┄┄d┬► refund ──┬┳►!ledger ─┬╮
|                     │   4/m        4/m      │  3/m      │┃  6/m     ╰┼► audit
|                     │                       │           │┃           │  2/m
|                     ├────────────►!support┄┬╯           ╰┃───────────┤
| intake ──► triage ─┬┴─►!billing━┓  2/m     ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┃┄┄┄┄┄┄┄┄┄c┬┴►!notify
| 3/m        6/m     │    5/m     ┗━━━━━━━━━━━━━━━━━━━━━━b━┛          │   3/m
|                    │                                                │
|                    ╰──► planner──► coder ────►!reviewer━a━►!deploy ─╯
|                         1/m        1/m         1/m   ^1
|── TROUBLE  5 edges, worst first ──── counts 10m, rates 1m   healthy edges 14 ──
|>!! a reviewer>deploy    BROKEN  2 of 4 died          0/min    conf .90      5m
| !! b billing>ledger     BROKEN  9 of 9 refused       5/min    conf .91      1m
| !  c support>notify     LOSES   1 of 6 died          1/min    conf .88      5m
|    d fraud>refund       WAITS   2 wait for you       2/min    conf .78
|    e kyc>fraud          WAITS   1 waits for you      4/min    conf .41
| !! 03:05:58.980  dead       billing>ledger  h-9a19  due_date: string, not date
|── REPLAY  x4 playing ────────────────────────────────────── event 280 of 935 ──
| events/s █▂▂▂▂▂▂▁▂▂▂▂▂▂▁▂▂▂▃▂▂▁▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▂▂▂▂▂▂▃▂▂▂▄▄▃▅▄▄▄▅▄▃ 9.5
| 03:00    !─────────m─────!───────────[─]──────────────────────────────── 03:12
| Space pause  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  ? help
keys Space , . < > ( ) { } Backspace m Enter
wishes
|replay play 
|replay step-back 
|replay step 
|replay backward 
|replay forward 
|replay previous-point 
|replay next-point 
|replay slower 
|replay faster 
|replay normal 
|replay point 
|history
# its keys are on every screen
keys 7
screen
| seam night.jsonl  [REPLAY x4]  lost 0              Mon 23 Nov  03:05:58Z  mira
| 1 Now  2 Flow !  3 Review 3!  4 Dead 12!  5 Incidents 2  6 Registry !  7 Log
|at 03:05:58: !! billing>ledger broken for 1m  (+3 more)
|── LOG  all events ──────────────────────────────────────────────── following ──
| !  03:05:51.000  held       kyc>fraud       h-91aa            fault
|    03:05:52.000  offered    triage>support  n-triage-support-7  .90
|    03:05:52.000  offered    fraud>refund    n-fraud-refund-7  .78
|    03:05:52.200  completed  triage>support  n-triage-support-7
|    03:05:52.200  completed  fraud>refund    n-fraud-refund-7
|    03:05:53.000  offered    kyc>fraud       k-14              .41
|    03:05:53.300  completed  kyc>fraud       k-14
|    03:05:58.880  offered    billing>ledger  h-9a19            .91
| !! 03:05:58.960  refused    billing>ledger  h-9a19            due_date: string~
|>!! 03:05:58.980  dead       billing>ledger  h-9a19            due_date: string~
|── dead h-9a19  event 280 ──────────────────────────────────────────────────────
| {"specversion":"1.0","id":"billing-25","source":"agent:billing","run":"r1","se
| quence":"00000000000000000025","type":"seam.handoff.dead_lettered","time":"202
| 6-11-23T03:05:58.980000Z","data":{"handoff":"h-9a19","attempt":1,"reason":"con
| tract-refused","detail":"due_date: string, not date"},"recordedtime":"2026-11~
| !! 03:05:58.980  dead       billing>ledger  h-9a19  due_date: string, not date
|── REPLAY  x4 playing ────────────────────────────────────── event 280 of 935 ──
| events/s █▂▂▂▂▂▂▁▂▂▂▂▂▂▁▂▂▂▃▂▂▁▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▂▂▂▂▂▂▃▂▂▂▄▄▃▅▄▄▄▅▄▃ 9.5
| 03:00    !─────────m─────!───────────[─]──────────────────────────────── 03:12
| Space pause  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  ? help
# the six capitals do nothing
keys 3 A
screen
| seam night.jsonl  [REPLAY x4]  lost 0              Mon 23 Nov  03:05:58Z  mira
| 1 Now  2 Flow !  3 Review 3!  4 Dead 12!  5 Incidents 2  6 Registry !  7 Log
|at 03:05:58: !! billing>ledger broken for 1m  (+3 more)
|── REVIEW  3 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|> !  7:23 h-91c2   refund.decision@3  fraud>refund  .41 <.70  SHIPS EUR 1240
|  !  7:37 h-91c7   refund.decision@3  fraud>refund  .44 <.70  SHIPS EUR 310
|  !  9:52 h-91aa   kyc.verdict@2      kyc>fraud     1 fault   stops
|
|
|
|
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
| approve is off: this is a recording
|── REPLAY  x4 playing ────────────────────────────────────── event 280 of 935 ──
| events/s █▂▂▂▂▂▂▁▂▂▂▂▂▂▁▂▂▂▃▂▂▁▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▂▂▂▂▂▂▃▂▂▂▄▄▃▅▄▄▄▅▄▃ 9.5
| 03:00    !─────────m─────!───────────[─]──────────────────────────────── 03:12
| Space pause  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  ? help
keys 4 l
screen
| seam night.jsonl  [REPLAY x4]  lost 0              Mon 23 Nov  03:05:58Z  mira
| 1 Now  2 Flow !  3 Review 3!  4 Dead 12!  5 Incidents 2  6 Registry !  7 Log
|at 03:05:58: !! billing>ledger broken for 1m  (+3 more)
|── DEAD LETTERS  12 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!      9  +9        v contract-refused      billing>ledger                1m
|                         h-9a11     03:04:12  1 try   "due_date: string, not da~
|                         h-9a12     03:04:25  1 try   "due_date: string, not da~
|                         h-9a13     03:04:39  1 try   "due_date: string, not da~
|                         h-9a14     03:04:52  1 try   "due_date: string, not da~
|                         h-9a15     03:05:05  1 try   "due_date: string, not da~
|                       6 more below
|── billing>ledger   9 letters ──────────────────────────────────────────────────
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded (03:00:00), the
|           newest 03:05:58
| CONTRACT  invoice.draft/4.0.0
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
| !! 03:05:58.980  dead       billing>ledger  h-9a19  due_date: string, not date
|── REPLAY  x4 playing ────────────────────────────────────── event 280 of 935 ──
| events/s █▂▂▂▂▂▂▁▂▂▂▂▂▂▁▂▂▂▃▂▂▁▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▂▂▂▂▂▂▃▂▂▂▄▄▃▅▄▄▄▅▄▃ 9.5
| 03:00    !─────────m─────!───────────[─]──────────────────────────────── 03:12
| Space pause  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  ? help
wishes
at end
keys 2
screen
| seam night.jsonl  [REPLAY x4]  lost 0              Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|at 03:12:40: !! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── FLOW  as of 03:12:40.900  14 agents  19 edges ────────────────── read only ──
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
|    03:12:40.900  beat       audit
|── REPLAY  x4 playing ────────────────────────────────────── event 935 of 935 ──
| events/s █▂▂▂▂▂▂▁▂▂▂▂▂▂▁▂▂▂▃▂▂▁▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▂▂▂▂▂▂▃▂▂▂▄▄▃▅▄▄▄▅▄▃ 9.5
| 03:00    !─────────m─────!───────────────────────────────────────────[─] 03:12
| Space pause  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  ? help
size 120x36
screen
| seam night.jsonl  [REPLAY x4]  lost 0  14/14 agents                                        Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|at 03:12:40: !! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── FLOW  as of 03:12:40.900  14 agents  19 edges  5 in trouble ──────────────────────────────────────────── read only ──
|                     ╭─►!kyc ┄┄┄┄b►!fraud ┄┄d┬► refund ──┬┳►!ledger ─┬╮              │── a  billing>ledger ─────────────
|                     │   7/m .41    6/m      │  7/m      │┃  8/m     ╰┼► audit       │ WHY       contract-refused:
|                     │                       │           │┃           │  7/m         │           due_date: string, not
|                     ├────────────► support┄┬╯           ╰┃───────────┤              │           date
| intake ──► triage ─┬┴─►!billing━┓  5/m     ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┃┄┄┄┄┄┄┄┄┄c┬┴► notify      │ SINCE     first refusal 03:04:12
| 16/m       17/m    │    4/m     ┗━━━━━━━━━━━━━━━━━━━━━━a━┛          │   8/m         │           last offer 03:12:24
|                    │                                                │               │ FIRST     h-9a11 03:04:12
|                    ╰──► planner──► coder ────► reviewer┄e┄► deploy ─╯               │ CAUSE?    4m after
|                         1/m        2/m         2/m   ^1     1/m                     │           invoice.draft/4.0.0 was
|                                                                                     │           loaded (03:00:00)
|                                                                                     │ NOW       38 dead  0 waiting
|                                                                                     │ PACE      3/min (1m)  conf .91
|                                                                                     │ PASSED    38 offered, 0 completed
|                                                                                     │ INCIDENT  INC-2291
|                                                                                     │ OWNERS    billing: team-pay
|                                                                                     │           ledger: fin-core
|── TROUBLE  5 edges, worst first ──────────────────────────────────────────── counts 10m, rates 1m   healthy edges 14 ──
|>!! a billing>ledger               BROKEN  38 of 38 refused     3/min    conf .91   dead 38     waits 0              8m
| !  b kyc>fraud                    LOW     8 of 8 below .75     6/min    1 waits    dead 0      waits 1
|    c support>notify               WAITS   1 waits for you      3/min    conf .88   dead 1      waits 1
|    d fraud>refund                 WAITS   4 wait for you       6/min    conf .78   dead 0      waits 4
|── EVENTS around the cursor ──────────────────────────────────────────────────────────────────────────────── MARKS  1 ──
|    03:12:40.900  beat       coder                                                    │ m 03:02:00
|    03:12:40.900  beat       reviewer                                                 │
|    03:12:40.900  beat       deploy                                                   │
|>   03:12:40.900  beat       audit                                                    │
|
|── REPLAY  x4 playing ───────────────────────────────────────────────────────────────── event 935 of 935   12m of 12m ──
| events/s █▂▁▂▂▁▂▂▂▁▁▃▁▁▂▁▂▂▂▂▃▃▂▁▂▂▁▂▂▁▃▂▁▂▃▁▂▂▂▁▂▅▂▂▂▂▂▂▂▂▂▃▂▁▂▂▂▂▂▁▂▅▂▂▁▂▂▁▃▂▂▂▂▂▁▂▂▂▂▂▁▅▂▂▂▂▃▆▃▄▃▆▄▄▄▅▃▄▄▆▃▅▃ 9.5
| trouble  ▄▃▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▃▁▁▂▁▁▁▄▁▃▁▄▁▄▁▃▄▁▄▁▄▄▁▄▁▄▁▃▁▄▁▄▁▃▄▁▄▁▄▃▁▄▃▄▁▃▄▁▁▆▁▄▆▁▆▁▄▃▁▄▁▇▃▆▇▄▄▆▄▆▆▄█▄▇▂ .8
| 03:00    !───────────────m──────────!──────!─────────────────────────────────────────────────────────────────[─] 03:12
| Space pause  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  m mark  Enter open  Tab pane  / filter  ? help
size 60x20
screen
| seam night.jsonl  [REPLAY x4]  lost 0      03:12:40Z  mira
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|at 03:12:40: !! 2 handoffs SHIP UNREVIEWED in <60s  (+4)
|── FLOW  as of 03:12:40.900  14 agents  19 edges ───────────
|      EDGE                    STATE   RATE/1m  WAIT   DEAD
|>!! a billing>ledger          BROKEN  3/min       0     38
| !  b kyc>fraud               LOW     6/min       1      0
|    c support>notify          WAITS   3/min       1      1
|    d fraud>refund            WAITS   6/min       4      0
|    e reviewer>deploy         WAITS   1/min       1      2
|      intake>triage           ok      16/min      0      0
|      13 more ok                      36/min
|── a  billing>ledger ───────────────────────────────────────
| contract-refused: due_date: string, not date
| first refusal 03:04:12   last offer 03:12:24   invoice.dra~
| 38 dead  0 waiting   incident INC-2291
|── REPLAY  x4 playing ────────────────── event 935 of 935 ──
| events/s █▂▂▂▃▁▂▂▄▂▂▂▃▂▃▂▂▄▂▃▃▃▂▂▂▄▂▃▃▂▃▂▂▂▄▂▆▅██▅▇▆ 4.8
| 03:00    !──────m───!────────────────────────────[─] 03:12
| Space pause  ,. step  <> 10s  () trouble  {} speed  ? help
size 40x14
screen
| seam [REPLAY x4]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── FLOW  as of 03:12:40.900  14 agent~ ─
|      EDGE         STATE   WAIT   DEAD
|>!! a billing>led~ BROKEN     0     38
| !  b kyc>fraud    LOW        1      0
|    c support>not~ WAITS      1      1
|    d fraud>refund WAITS      4      0
|    e reviewer>de~ WAITS      1      2
|      intake>tria~ ok         0      0
|      triage>kyc   ok         0      0
|      12 more ok
| Space pause  ,. step  <> 10s  ? help
