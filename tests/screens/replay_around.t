# What happens where a recording is: a line above its bar, on large screens the events
# around it and the marks.
recording tests/screens/data/night.jsonl
size 80x24
at 03:04:12
replay 4 mark 03:02:00=kyc-v9_deployed mark 03:04:12=first_refusal mark 03:07:31=half_of_them_low
screen
| seam night.jsonl  [REPLAY paused]  lost 0          Mon 23 Nov  03:04:12Z  mira
| 1 Now  2 Flow !  3 Review 2!  4 Dead 3!  5 Incidents 1  6 Registry  7 Log
|at 03:04:12: !! reviewer>deploy broken for 4m  (+2 more)
|── WAITING FOR YOU  2 ──────────────────────────────────────── if nobody acts ──
|> !  9:10 h-91c2   refund.decision@3  fraud>refund  .41 <.70  SHIPS EUR 1240
|  !  9:24 h-91c7   refund.decision@3  fraud>refund  .44 <.70  SHIPS EUR 310
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────── rates 1m ──
|  !! reviewer>deploy             BROKEN  deadline-passed              1/min  4m
|  !  support>notify              LOSES  1 of 5 died: no-consumer      1/min  4m
|── DEAD LETTERS  3 ─────────────────────────────────────────────── new in 10m ──
|  !  deadline-passed         2   reviewer>deploy               +2  oldest    4m
|  !  no-consumer             1   support>notify                +1  oldest    4m
|── INCIDENTS  1 ────────────────────────────────────────────── open, age, who ──
|  !  INC-2290  held                                  2 open   50s  nobody
|── MESH  14 of 14 agents heard ──────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█▃▅▃▃▆▃▆▃  20/min
|
|
|
|    03:04:12.000  offered    deploy>notify  n-deploy-notify-1  .97
|── REPLAY  x4 paused  m first refusal ────────────────────── event 190 of 935 ──
| events/s █▂▂▂▂▂▂▁▂▂▂▂▂▂▁▂▂▂▃▂▂▁▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▂▂▂▂▂▂▃▂▂▂▄▄▃▅▄▄▄▅▄▃ 9.5
| 03:00    !─────────m─────!───[m]──────────────m───────────────────────── 03:12
| Space play  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  ? help
size 120x36
screen
| seam night.jsonl  [REPLAY paused]  lost 0  14/14 agents                                    Mon 23 Nov  03:04:12Z  mira
| 1 Now   2 Flow !   3 Review 2!   4 Dead 3!   5 Incidents 1   6 Registry   7 Log
|at 03:04:12: !! reviewer>deploy broken for 4m, 2 of 4 died: deadline-passed    !  3 dead letters, +3 in 10m  (+1 more)
|── WAITING FOR YOU  2 ──────────────────────────────────────────────────────────────────────────────── if nobody acts ──
|> !  9:10 h-91c2   refund.decision@3  fraud>refund  .41 <.70  SHIPS EUR 1240   50s   refund EUR 1240 to card ...4417, ~
|  !  9:24 h-91c7   refund.decision@3  fraud>refund  .44 <.70  SHIPS EUR 310    36s   refund EUR 310 to card ...0093, ~
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────────────────────────────────────────────── rates 1m ──
|  !! reviewer>deploy             BROKEN  deadline-passed                                                      1/min  4m
|  !  support>notify              LOSES  1 of 5 died: no-consumer                                              1/min  4m
|── DEAD LETTERS  3 ─────────────────────────────────────────────────────────────────────────────────────── new in 10m ──
|  !  deadline-passed         2   reviewer>deploy                                                       +2  oldest    4m
|  !  no-consumer             1   support>notify                                                        +1  oldest    4m
|── INCIDENTS  1 ────────────────────────────────────────────────────────────────────────────────────── open, age, who ──
|  !  INC-2290  held                                                                          2 open   50s  nobody
|── MESH  14 of 14 agents heard ──────────────────────────────────────────────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█▃▅▃▃▆▃▆▃  20/min
|
|
|
|
|
|
|
|
|
|── EVENTS around the cursor ──────────────────────────────────────────────────────────────────────────────── MARKS  3 ──
|    03:04:12.000  offered    triage>support  n-triage-support-5  .90                  │ m 03:02:00 kyc-v9 deployed
|    03:04:12.000  offered    fraud>refund    n-fraud-refund-5    .78                  │ m 03:04:12 first refusal
|>   03:04:12.000  offered    deploy>notify   n-deploy-notify-1   .97                  │ m 03:07:31 half of them low
|    03:04:12.200  completed  triage>support  n-triage-support-5                       │
|
|── REPLAY  x4 paused  m first refusal ─────────────────────────────────────────────── event 190 of 935   4m12s of 12m ──
| events/s █▂▁▂▂▁▂▂▂▁▁▃▁▁▂▁▂▂▂▂▃▃▂▁▂▂▁▂▂▁▃▂▁▂▃▁▂▂▂▁▂▅▂▂▂▂▂▂▂▂▂▃▂▁▂▂▂▂▂▁▂▅▂▂▁▂▂▁▃▂▂▂▂▂▁▂▂▂▂▂▁▅▂▂▂▂▃▆▃▄▃▆▄▄▄▅▃▄▄▆▃▅▃ 9.5
| trouble  ▄▃▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▃▁▁▂▁▁▁▄▁▃▁▄▁▄▁▃▄▁▄▁▄▄▁▄▁▄▁▃▁▄▁▄▁▃▄▁▄▁▄▃▁▄▃▄▁▃▄▁▁▆▁▄▆▁▆▁▄▃▁▄▁▇▃▆▇▄▄▆▄▆▆▄█▄▇▂ .8
| 03:00    !───────────────m──────────!─────[m]────────────────────────m────────────────────────────────────────── 03:12
| Space play  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  m mark  Enter open  Tab pane  / filter  ? help
keys 7
screen
| seam night.jsonl  [REPLAY paused]  lost 0  14/14 agents                                    Mon 23 Nov  03:04:12Z  mira
| 1 Now   2 Flow !   3 Review 2!   4 Dead 3!   5 Incidents 1   6 Registry   7 Log
|at 03:04:12: !! reviewer>deploy broken for 4m, 2 of 4 died: deadline-passed    !  3 dead letters, +3 in 10m  (+1 more)
|── LOG  all events ──────────────────────────────────────────────────────────────────────────────────────── following ──
|    03:03:47.200  completed  triage>kyc       n-triage-kyc-6
|    03:03:47.200  completed  support>notify   n-support-notify-3
|    03:03:47.200  completed  refund>ledger    n-refund-ledger-3
|    03:03:47.200  completed  refund>notify    n-refund-notify-3
|    03:03:47.200  completed  ledger>audit     n-ledger-audit-6
|    03:03:47.200  completed  reviewer>coder   n-reviewer-coder-1
|    03:03:47.200  completed  reviewer>deploy  n-reviewer-deploy-1
|    03:03:48.000  offered    kyc>fraud        k-09                 .41
|    03:03:48.300  completed  kyc>fraud        k-09
|    03:04:02.000  offered    intake>triage    n-intake-triage-12   .97
|    03:04:02.000  offered    triage>billing   n-triage-billing-4   .95
|    03:04:02.200  completed  intake>triage    n-intake-triage-12
|    03:04:02.200  completed  triage>billing   n-triage-billing-4
|    03:04:12.000  offered    triage>support   n-triage-support-5   .90
|    03:04:12.000  offered    fraud>refund     n-fraud-refund-5     .78
|>   03:04:12.000  offered    deploy>notify    n-deploy-notify-1    .97
|── offered n-deploy-notify-1  event 190 ────────────────────────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"deploy-5","source":"agent:deploy","run":"r1","sequence":"00000000000000000005","type":"seam
| .handoff.offered","time":"2026-11-23T03:04:12.000000Z","data":{"handoff":"n-deploy-notify-1","attempt":1,"from":"deplo
| y","to":"notify","artifact":{"confidence":0.97}},"recordedtime":"2026-11-23T03:04:12.000000Z","hubsequence":"000000000
| 00000000190"}
|── EVENTS around the cursor ──────────────────────────────────────────────────────────────────────────────── MARKS  3 ──
|    03:04:12.000  offered    triage>support  n-triage-support-5  .90                  │ m 03:02:00 kyc-v9 deployed
|    03:04:12.000  offered    fraud>refund    n-fraud-refund-5    .78                  │ m 03:04:12 first refusal
|>   03:04:12.000  offered    deploy>notify   n-deploy-notify-1   .97                  │ m 03:07:31 half of them low
|    03:04:12.200  completed  triage>support  n-triage-support-5                       │
|
|── REPLAY  x4 paused  m first refusal ─────────────────────────────────────────────── event 190 of 935   4m12s of 12m ──
| events/s █▂▁▂▂▁▂▂▂▁▁▃▁▁▂▁▂▂▂▂▃▃▂▁▂▂▁▂▂▁▃▂▁▂▃▁▂▂▂▁▂▅▂▂▂▂▂▂▂▂▂▃▂▁▂▂▂▂▂▁▂▅▂▂▁▂▂▁▃▂▂▂▂▂▁▂▂▂▂▂▁▅▂▂▂▂▃▆▃▄▃▆▄▄▄▅▃▄▄▆▃▅▃ 9.5
| trouble  ▄▃▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▃▁▁▂▁▁▁▄▁▃▁▄▁▄▁▃▄▁▄▁▄▄▁▄▁▄▁▃▁▄▁▄▁▃▄▁▄▁▄▃▁▄▃▄▁▃▄▁▁▆▁▄▆▁▆▁▄▃▁▄▁▇▃▆▇▄▄▆▄▆▆▄█▄▇▂ .8
| 03:00    !───────────────m──────────!─────[m]────────────────────────m────────────────────────────────────────── 03:12
| Space play  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  m mark  Enter open  Tab pane  / filter  ? help
styles
|pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp
|................w............ww..........ww................................KKKKK
|pppppppppppp.cc.ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc....w..wwwwwwwwwwwwwwwwwwwwwwwww
|rr.ttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrr.rr
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
|########################################################################################################################
|rr.tttttttttttttttttttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
|
|
|
|
|rr.tttttttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrr.rr
|......................................................................................r.m
|......................................................................................r.m
|k.....................................................................................r.m
|uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuur
|
|rr.tttttttttttttttttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rr
|
|
|..........wrrrrrrrrrrrrrrrmrrrrrrrrrrwrrrrrppprrrrrrrrrrrrrrrrrrrrrrrrmrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
|.kkkkk.......kkk.......kkk......kkk..........kkk........kkkkk........k.......kkkkk.......kkk.......k.........k
keys ?
screen
| seam night.jsonl  [REPLAY paused]  lost 0  14/14 agents                                    Mon 23 Nov  03:04:12Z  mira
| 1 Now   2 Flow !   3 Review 2!   4 Dead 3!   5 Incidents 1   6 Registry   7 Log
|at 03:04:12: !! reviewer>deploy broken for 4m, 2 of 4 died: deadline-passed    !  3 dead letters, +3 in 10m  (+1 more)
|── HELP ──────────────────────────────────────────────────────────────────────────────────────────────────── 1 of 192 ──
| On Log
|  ]             :next-tab         next tab of the detail
|  [             :previous-tab     tab of the detail before
|  w             :wrap             wraps long lines of a text, or cuts them
|  o             :cause            to what the row came out of, at last to its incident; of an edge to that of its
|                                  trouble
|  b             :radius           all that came out of this handoff, and what of it nobody has taken; :radius ID
|
| Everywhere
|  j Down        :down             one row down
|  k Up          :up               one row up
|  h Left        :left             to the left; folds; what is cut slides back
|  l Right       :right            to the right; unfolds; what is cut slides on
|  g Home        :top              to the first row
|  G End         :bottom           to the last row; in the log: and follow it
|  PgDn C-f      :page-down        a page down
|  PgUp C-b      :page-up          a page up
|  C-d           :half-down        half a page down
|  C-u           :half-up          half a page up
|  Enter         :open             opens what is under the cursor, :open ID that handoff, :open FILE a recording; sends
|                                  nothing
|── EVENTS around the cursor ──────────────────────────────────────────────────────────────────────────────── MARKS  3 ──
|    03:04:12.000  offered    triage>support  n-triage-support-5  .90                  │ m 03:02:00 kyc-v9 deployed
|    03:04:12.000  offered    fraud>refund    n-fraud-refund-5    .78                  │ m 03:04:12 first refusal
|>   03:04:12.000  offered    deploy>notify   n-deploy-notify-1   .97                  │ m 03:07:31 half of them low
|    03:04:12.200  completed  triage>support  n-triage-support-5                       │
|
|── REPLAY  x4 paused  m first refusal ─────────────────────────────────────────────── event 190 of 935   4m12s of 12m ──
| events/s █▂▁▂▂▁▂▂▂▁▁▃▁▁▂▁▂▂▂▂▃▃▂▁▂▂▁▂▂▁▃▂▁▂▃▁▂▂▂▁▂▅▂▂▂▂▂▂▂▂▂▃▂▁▂▂▂▂▂▁▂▅▂▂▁▂▂▁▃▂▂▂▂▂▁▂▂▂▂▂▁▅▂▂▂▂▃▆▃▄▃▆▄▄▄▅▃▄▄▆▃▅▃ 9.5
| trouble  ▄▃▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▃▁▁▂▁▁▁▄▁▃▁▄▁▄▁▃▄▁▄▁▄▄▁▄▁▄▁▃▁▄▁▄▁▃▄▁▄▁▄▃▁▄▃▄▁▃▄▁▁▆▁▄▆▁▆▁▄▃▁▄▁▇▃▆▇▄▄▆▄▆▆▄█▄▇▂ .8
| 03:00    !───────────────m──────────!─────[m]────────────────────────m────────────────────────────────────────── 03:12
| Esc close  / search  Space b page  j k line  g G ends  w wrap
size 200x60
keys Esc 2
screen
| seam night.jsonl  [REPLAY paused]  lost 0  14/14 agents                                                                                                                    Mon 23 Nov  03:04:12Z  mira
| 1 Now   2 Flow !   3 Review 2!   4 Dead 3!   5 Incidents 1   6 Registry   7 Log
|at 03:04:12: !! reviewer>deploy broken for 4m, 2 of 4 died: deadline-passed    !  3 dead letters, +3 in 10m    2 wait for you, the next deadline in 9:10
|── FLOW  as of 03:04:12.000  14 agents  19 edges  3 in trouble ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── read only ──
|                         ╭───► kyc ─────────► fraud ┄┄┄c┄┬┄┄┄► refund ─────┬─────► ledger ──┬─╮                                                                      │── a  reviewer>deploy ────────────
|                         │     2/m            4/m        │     4/m         │       1/m      ╰─┼───► audit                                                            │ WHY       deadline-passed: nobody
|                         │                               │                 │                  │     1/m                                                              │           approved in 15 min
|                         ├──────────────────►!support┄┄┬─╯                 ╰──────────────────┤                                                                      │ SINCE     first refusal 03:00:04
| intake ────► triage ──┬─┴───► billing        2/m      ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄b┄┬┄┴┄┄┄►!notify                                                           │           last offer 03:03:47
| 3/m          4/m      │       1/m                                                          │       3/m                                                              │ FIRST     h-8f00 03:00:04
|                       │                                                                    │                                                                        │ NOW       2 dead  0 waiting
|                       ╰─────► planner──────► coder ─────────►!reviewer^1━━━━━━a━►!deploy ──╯                                                                        │ PACE      1/min (1m)  conf .90
|                                              1/m              2/m                 1/m                                                                               │ PASSED    4 offered, 2 completed
|                                                                                                                                                                     │ CONTRACT  deploy.plan/5.1.0; the
|                                                                                                                                                                     │           last offer named none
|                                                                                                                                                                     │ FAULTS    4 unknown contract
|                                                                                                                                                                     │
|                                                                                                                                                                     │ refused/min, last 15 min
|                                                                                                                                                                     │ ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
|                                                                                                                                                                     │ conf p50 .90 p5 .90, last 4
|                                                                                                                                                                     │ ⠉⠉
|                                                                                                                                                                     │
|                                                                                                                                                                     │ done p50 200ms p95 200ms, last 2
|                                                                                                                                                                     │ ⠉
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|── TROUBLE  3 edges, worst first ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── counts 10m, rates 1m   healthy edges 16 ──
|>!! a reviewer>deploy              BROKEN  2 of 4 died          1/min    conf .90   dead 2      waits 0                                                                                              4m
| !  b support>notify               LOSES   1 of 5 died          1/min    conf .88   dead 1      waits 0                                                                                              4m
|    c fraud>refund                 WAITS   2 wait for you       4/min    conf .78   dead 0      waits 2
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
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (reviewer>coder)
|── EVENTS around the cursor ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── MARKS  3 ──
|    03:04:02.200  completed  intake>triage   n-intake-triage-12                                                                                                       │ m 03:02:00 kyc-v9 deployed
|    03:04:02.200  completed  triage>billing  n-triage-billing-4                                                                                                       │ m 03:04:12 first refusal
|    03:04:12.000  offered    triage>support  n-triage-support-5  .90                                                                                                  │ m 03:07:31 half of them low
|    03:04:12.000  offered    fraud>refund    n-fraud-refund-5    .78                                                                                                  │
|>   03:04:12.000  offered    deploy>notify   n-deploy-notify-1   .97                                                                                                  │
|    03:04:12.200  completed  triage>support  n-triage-support-5                                                                                                       │
|    03:04:12.200  completed  fraud>refund    n-fraud-refund-5                                                                                                         │
|    03:04:12.200  completed  deploy>notify   n-deploy-notify-1                                                                                                        │
|
|── REPLAY  x4 paused  m first refusal ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── event 190 of 935   4m12s of 12m ──
| events/s ██▂▂▁▂▂▂▁▁▂▁▁▂▂▂▁▁▁▃▁▁▁▁▁▂▁▁▂▂▂▂▂▁▂▂▃▃▃▂▁▁▁▂▂▂▁▁▂▂▂▁▂▂▃▂▂▁▂▂▃▁▁▃▃▁▂▂▂▁▁▂▅▅▂▁▁▂▂▂▂▂▂▂▂▂▂▂▂▂▃▃▂▂▁▂▂▂▂▂▂▂▂▂▁▁▂▁▁▅▂▂▂▁▁▂▂▂▂▁▁▃▂▂▂▂▂▃▃▁▂▂▁▂▂▂▂▂▂▂▂▂▁▁▅▂▂▂▁▁▂▂▂▃▃▆▃▃▄▄▄▃▆▆▄▄▄▄▅▅▃▄▄▄▄▄▆▃▃▅▃▃▄ 9.5
| trouble  ▄▄▃▃▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▃▁▁▁▃▃▁▁▁▁▁▁▄▁▁▄▄▁▁▁▄▁▁▄▁▁▄▁▁▄▁▁▄▁▁▄▃▃▄▁▁▄▁▁▄▄▁▄▄▁▁▁▄▁▁▄▁▁▄▁▁▄▁▁▄▁▁▄▁▁▄▁▁▄▃▃▄▄▁▄▄▁▄▄▁▁▁▆▁▁▄▃▃▆▁▁▆▁▁▄▁▁▄▁▁▄▄▁▇▇▃▇▇▄▇▇▄▄▄▆▄▄▇▄▄▆▄▄█▄▄▇▃▃▁ .8
| 03:00    !────────────────────────────m──────────────────!───!──────[m]──────!───────────────────────────────!───────m──────────────────────────!─────────────────────────────────────────────── 03:12
| Space play  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  m mark  Enter open  Tab pane  / filter  ? help
at end
screen
| seam night.jsonl  [REPLAY paused]  lost 0  14/14 agents                                                                                                                    Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|at 03:12:40: !! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m    !  kyc>fraud LOW: 8 of 8 below .75    7 wait for you, the next deadline in 0:41
|── FLOW  as of 03:12:40.900  14 agents  19 edges  5 in trouble ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── read only ──
|                         ╭───►!kyc ┄┄┄┄┄┄┄b┄►!fraud ┄┄┄d┄┬┄┄┄► refund ─────┬─┳━━━►!ledger ──┬─╮                                                                      │── a  billing>ledger ─────────────
|                         │     7/m .41        6/m        │     7/m         │ ┃     8/m      ╰─┼───► audit                                                            │ WHY       contract-refused:
|                         │                               │                 │ ┃                │     7/m                                                              │           due_date: string, not
|                         ├──────────────────► support┄┄┬─╯                 ╰─┃────────────────┤                                                                      │           date
| intake ────► triage ──┬─┴───►!billing━━┓     5/m      ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┃┄┄┄┄┄┄┄┄┄┄┄┄c┄┬┄┴┄┄┄► notify                                                           │ SINCE     first refusal 03:04:12
| 16/m         17/m     │       4/m      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━a━┛              │       8/m                                                              │           last offer 03:12:24
|                       │                                                                    │                                                                        │ FIRST     h-9a11 03:04:12
|                       ╰─────► planner──────► coder ─────────► reviewer^1┄┄┄┄┄┄e┄► deploy ──╯                                                                        │ CAUSE?    4m after
|                               1/m            2/m              2/m                 1/m                                                                               │           invoice.draft/4.0.0 was
|                                                                                                                                                                     │           loaded (03:00:00)
|                                                                                                                                                                     │ NOW       38 dead  0 waiting
|                                                                                                                                                                     │ PACE      3/min (1m)  conf .91
|                                                                                                                                                                     │ PASSED    38 offered, 0 completed
|                                                                                                                                                                     │ INCIDENT  INC-2291
|                                                                                                                                                                     │ OWNERS    billing: team-pay
|                                                                                                                                                                     │           ledger: fin-core
|                                                                                                                                                                     │ CONTRACT  invoice.draft/4.0.0
|                                                                                                                                                                     │
|                                                                                                                                                                     │ refused/min, last 15 min
|                                                                                                                                                                     │ ▁▁▁▁▁▁▆█▇█▇█▇█▆
|                                                                                                                                                                     │ conf p50 .91 p5 .91, last 38
|                                                                                                                                                                     │ ⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|── TROUBLE  5 edges, worst first ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── counts 10m, rates 1m   healthy edges 14 ──
|>!! a billing>ledger               BROKEN  38 of 38 refused     3/min    conf .91   dead 38     waits 0                                                                                              8m
| !  b kyc>fraud                    LOW     8 of 8 below .75     6/min    1 waits    dead 0      waits 1
|    c support>notify               WAITS   1 waits for you      3/min    conf .88   dead 1      waits 1
|    d fraud>refund                 WAITS   4 wait for you       6/min    conf .78   dead 0      waits 4
|    e reviewer>deploy              WAITS   1 waits for you      1/min    conf .90   dead 2      waits 1
|
|
|
|
|
|
|
|
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (reviewer>coder)
|── EVENTS around the cursor ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── MARKS  3 ──
|    03:12:40.900  beat       fraud                                                                                                                                    │ m 03:02:00 kyc-v9 deployed
|    03:12:40.900  beat       refund                                                                                                                                   │ m 03:04:12 first refusal
|    03:12:40.900  beat       ledger                                                                                                                                   │ m 03:07:31 half of them low
|    03:12:40.900  beat       notify                                                                                                                                   │
|    03:12:40.900  beat       coder                                                                                                                                    │
|    03:12:40.900  beat       reviewer                                                                                                                                 │
|    03:12:40.900  beat       deploy                                                                                                                                   │
|>   03:12:40.900  beat       audit                                                                                                                                    │
|
|── REPLAY  x4 at the end ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── event 935 of 935   12m of 12m ──
| events/s ██▂▂▁▂▂▂▁▁▂▁▁▂▂▂▁▁▁▃▁▁▁▁▁▂▁▁▂▂▂▂▂▁▂▂▃▃▃▂▁▁▁▂▂▂▁▁▂▂▂▁▂▂▃▂▂▁▂▂▃▁▁▃▃▁▂▂▂▁▁▂▅▅▂▁▁▂▂▂▂▂▂▂▂▂▂▂▂▂▃▃▂▂▁▂▂▂▂▂▂▂▂▂▁▁▂▁▁▅▂▂▂▁▁▂▂▂▂▁▁▃▂▂▂▂▂▃▃▁▂▂▁▂▂▂▂▂▂▂▂▂▁▁▅▂▂▂▁▁▂▂▂▃▃▆▃▃▄▄▄▃▆▆▄▄▄▄▅▅▃▄▄▄▄▄▆▃▃▅▃▃▄ 9.5
| trouble  ▄▄▃▃▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▃▁▁▁▃▃▁▁▁▁▁▁▄▁▁▄▄▁▁▁▄▁▁▄▁▁▄▁▁▄▁▁▄▁▁▄▃▃▄▁▁▄▁▁▄▄▁▄▄▁▁▁▄▁▁▄▁▁▄▁▁▄▁▁▄▁▁▄▁▁▄▁▁▄▃▃▄▄▁▄▄▁▄▄▁▁▁▆▁▁▄▃▃▆▁▁▆▁▁▄▁▁▄▁▁▄▄▁▇▇▃▇▇▄▇▇▄▄▄▆▄▄▇▄▄▆▄▄█▄▄▇▃▃▁ .8
| 03:00    !────────────────────────────m──────────────────!───!───────m───────!───────────────────────────────!───────m──────────────────────────!────────────────────────────────────────────[─] 03:12
| Space play  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  m mark  Enter open  Tab pane  / filter  ? help
size 60x24
screen
| seam night.jsonl  [REPLAY paused]  lost 0  03:12:40Z  mira
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
|      triage>kyc              ok      7/min       0      0
|      triage>support          ok      5/min       0      0
|      triage>planner          ok      1/min       0      0
|      10 more ok                      23/min
|── a  billing>ledger ───────────────────────────────────────
| contract-refused: due_date: string, not date
| first refusal 03:04:12   last offer 03:12:24   invoice.dra~
| 38 dead  0 waiting   incident INC-2291
|    03:12:40.900  beat       audit
|── REPLAY  x4 at the end ─────────────── event 935 of 935 ──
| events/s █▂▂▂▃▁▂▂▄▂▂▂▃▂▃▂▂▄▂▃▃▃▂▂▂▄▂▃▃▂▃▂▂▂▄▂▆▅██▅▇▆ 4.8
| 03:00    !──────m───!──m──────────m──────────────[─] 03:12
| Space play  ,. step  <> 10s  () trouble  {} speed  ? help
