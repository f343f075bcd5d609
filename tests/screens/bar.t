# Tab gives the bar of a recording the keys; marks and their notes.
recording tests/screens/data/night.jsonl
size 80x24
replay 1 mark 03:02:00 mark 03:04:12=billing_went_out_with_@4,_ask_team-pay
at 03:04:12
keys 4 Tab
screen
| seam night.jsonl  [REPLAY paused]  lost 0          Mon 23 Nov  03:04:12Z  mira
| 1 Now  2 Flow !  3 Review 2!  4 Dead 3!  5 Incidents 1  6 Registry  7 Log
|at 03:04:12: !! reviewer>deploy broken for 4m  (+2 more)
|── DEAD LETTERS  3 ────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!      2  +2        > deadline-passed       reviewer>deploy               4m
|  !!      1  +1        > no-consumer           support>notify                4m
|
|
|
|
|
|── reviewer>deploy   2 letters ─────────────────────────────────────────────────
| WHY       reviewer or deploy: "nobody approved in 15 min"
| SINCE     03:00:04, the newest 03:00:05
| CONTRACT  names no contract; this edge has deploy.plan/5.1.0
|
|
|
|    03:04:12.000  offered    deploy>notify  n-deploy-notify-1  .97
|── ► REPLAY  x1 paused  m billing went out with @4, ask te ─ event 190 of 935 ──
| events/s █▂▂▂▂▂▂▁▂▂▂▂▂▂▁▂▂▂▃▂▂▁▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▂▂▂▂▂▂▃▂▂▂▄▄▃▅▄▄▄▅▄▃ 9.5
| 03:00    !─────────m─────!───[m]──────────────────────────────────────── 03:12
| Left Right 1s  PgUp PgDn 10s or a mark  Home End ends  Space play  ? help
styles
|pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp
|...............w...........ww..KKKKKK#WW
|pppppppppppp.cc.ccccccccccccccccccccccccccccc
|rr.ttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrr.rr
|......ttttt..tttttt....ttttttttttttttttttttt.............................tttttt
|##CC###################UU#######################################################
|..cc...................uu
|
|
|
|
|
|rr.ttttttttttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
|.ttt
|.ttttt
|.tttttttt
|
|
|
|
|rr.kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk.r.rrrrrrrrrrrrrrrr.rr
|
|..........wrrrrrrrrrmrrrrrwrrrppprrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
|.kkkkkkkkkk.....kkkkkkkkk................kkkkkkkk.......kkkkk.......k
keys Left Right PgUp PgDn Home End h l Space
wishes
|replay backward 1
|replay forward 1
|replay backward mark
|replay forward mark
|replay goto 1
|replay goto 935
|replay backward 1
|replay forward 1
|replay play 
keys Esc Right
screen
| seam night.jsonl  [REPLAY paused]  lost 0          Mon 23 Nov  03:04:12Z  mira
| 1 Now  2 Flow !  3 Review 2!  4 Dead 3!  5 Incidents 1  6 Registry  7 Log
|at 03:04:12: !! reviewer>deploy broken for 4m  (+2 more)
|── DEAD LETTERS  3 ────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!      2  +2        v deadline-passed       reviewer>deploy               4m
|                         h-8f00     03:00:04  1 try   "nobody approved in 15 mi~
|                         h-8f01     03:00:05  1 try   "nobody approved in 15 mi~
|  !!      1  +1        > no-consumer           support>notify                4m
|
|
|
|── reviewer>deploy   2 letters ─────────────────────────────────────────────────
| WHY       reviewer or deploy: "nobody approved in 15 min"
| SINCE     03:00:04, the newest 03:00:05
| CONTRACT  names no contract; this edge has deploy.plan/5.1.0
|
|
|
|    03:04:12.000  offered    deploy>notify  n-deploy-notify-1  .97
|── REPLAY  x1 paused  m billing went out with @4, ask team ─ event 190 of 935 ──
| events/s █▂▂▂▂▂▂▁▂▂▂▂▂▂▁▂▂▂▃▂▂▁▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▂▂▂▂▂▂▃▂▂▂▄▄▃▅▄▄▄▅▄▃ 9.5
| 03:00    !─────────m─────!───[m]──────────────────────────────────────── 03:12
| Space play  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  ? help
wishes
keys 3 Tab S-Tab Tab Tab Right Tab Right Tab Tab Left S-Tab Right
wishes
|replay forward 1
|replay backward 1
keys 4 Tab m p a y Space s l o w Enter m Enter m Esc : p o i n t Space x Enter
wishes
|replay point 
|history
|replay point =pay slow
|replay point 
|history
|replay point 
|history
|replay point  x
command marks
screen
| seam night.jsonl  [REPLAY paused]  lost 0          Mon 23 Nov  03:04:12Z  mira
| 1 Now  2 Flow !  3 Review 2!  4 Dead 3!  5 Incidents 1  6 Registry  7 Log
|at 03:04:12: !! reviewer>deploy broken for 4m  (+2 more)
|── MARKS of this recording ──────────────────────────────────────────────── 2 ──
|
|> 03:02:00       no note
|  03:04:12       billing went out with @4, ask team-pay
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
|    03:04:12.000  offered    deploy>notify  n-deploy-notify-1  .97
|── ► REPLAY  x1 paused  m billing went out with @4, ask te ─ event 190 of 935 ──
| events/s █▂▂▂▂▂▂▁▂▂▂▂▂▂▁▂▂▂▃▂▂▁▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▂▂▂▂▂▂▃▂▂▂▄▄▃▅▄▄▄▅▄▃ 9.5
| 03:00    !─────────m─────!───[m]──────────────────────────────────────── 03:12
| Enter go there  d drop  j k move  Esc close
keys j d
wishes
|replay point ~2026-11-23T03:04:12.000000Z
keys k Enter
wishes
|replay goto 2026-11-23T03:02:00.000000Z
size 120x30
screen
| seam night.jsonl  [REPLAY paused]  lost 0  14/14 agents                                    Mon 23 Nov  03:04:12Z  mira
| 1 Now   2 Flow !   3 Review 2!   4 Dead 3!   5 Incidents 1   6 Registry   7 Log
|at 03:04:12: !! reviewer>deploy broken for 4m, 2 of 4 died: deadline-passed    !  3 dead letters, +3 in 10m  (+1 more)
|── DEAD LETTERS  3 ────────────────────────────────────────────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                                     OLDEST  NEWEST  REQUEUE?         VALUE
|> !!      2  +2        v deadline-passed           reviewer>deploy                   4m      4m
|                         h-8f00     03:00:04  1 try   "nobody approved in 15 min"
|                         h-8f01     03:00:05  1 try   "nobody approved in 15 min"
|  !!      1  +1        > no-consumer               support>notify                    4m      4m
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
|
|
|
|
|    03:04:12.000  offered    deploy>notify  n-deploy-notify-1  .97
|── ► REPLAY  x1 paused  m billing went out with @4, ask team-pay ──────────────────── event 190 of 935   4m12s of 12m ──
| events/s █▂▁▂▂▁▂▂▂▁▁▃▁▁▂▁▂▂▂▂▃▃▂▁▂▂▁▂▂▁▃▂▁▂▃▁▂▂▂▁▂▅▂▂▂▂▂▂▂▂▂▃▂▁▂▂▂▂▂▁▂▅▂▂▁▂▂▁▃▂▂▂▂▂▁▂▂▂▂▂▁▅▂▂▂▂▃▆▃▄▃▆▄▄▄▅▃▄▄▆▃▅▃ 9.5
| trouble  ▄▃▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▃▁▁▂▁▁▁▄▁▃▁▄▁▄▁▃▄▁▄▁▄▄▁▄▁▄▁▃▁▄▁▄▁▃▄▁▄▁▄▃▁▄▃▄▁▃▄▁▁▆▁▄▆▁▆▁▄▃▁▄▁▇▃▆▇▄▄▆▄▆▆▄█▄▇▂ .8
| 03:00    !───────────────m──────────!─────[m]─────────────────────────────────────────────────────────────────── 03:12
| Left Right 1s  PgUp PgDn 10s or a mark  Home End ends  Space play  m mark  Esc back  ( ) trouble  ? help
size 80x15
keys Left
screen
| seam night.jsonl  [REPLAY paused]  lost 0          Mon 23 Nov  03:04:12Z  mira
| 1 Now  2 Flow !  3 Review 2!  4 Dead 3!  5 Incidents 1  6 Registry  7 Log
|at 03:04:12: !! reviewer>deploy broken for 4m  (+2 more)
|── DEAD LETTERS  3 ────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!      2  +2        > deadline-passed       reviewer>deploy               4m
|  !!      1  +1        > no-consumer           support>notify                4m
|
|
|
|
|
|
|
| Space play  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  ? help
wishes
