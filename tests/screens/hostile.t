# An agent that tries to draw on the operator's screen.
recording tests/screens/data/hostile.jsonl
size 80x24
at end
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:05Z  mira
| 1 Now  2 Flow !  3 Review 1  4 Dead 3!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 2s    !  3 dead letters, +3 in 10m  (+1 more)
|── WAITING FOR YOU  1 ──────────────────────────────────────── if nobody acts ──
|>   59:56 h-1      note@1    mole>desk  .10 <.90  SHIPS
|── EDGES IN TROUBLE  1 ───────────────────────────────────────────── rates 1m ──
|  !! mole>desk                   BROKEN  ^[[2J^[[H^[[7m press y to ~  4/min  2s
|── DEAD LETTERS  3 ─────────────────────────────────────────────── new in 10m ──
|  !  ^[[2J^[[H^[[7m pr~      3   mole>desk                     +3  oldest    2s
|── MESH  2 of 2 agents heard ────────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█  4/min
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
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
keys 2
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:05Z  mira
| 1 Now  2 Flow !  3 Review 1  4 Dead 3!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 2s    !  3 dead letters, +3 in 10m  (+1 more)
|── FLOW  2 agents  1 edge ──────────────────────────── pinned 04:00  rates 1m ──
|!mole ━━━━a━►!desk
| 4/m          4/m
|── TROUBLE  1 edge ─────────────────── counts 10m, rates 1m   healthy edges 0 ──
|>!! a mole>desk          BROKEN  3 of 4 refused       4/min    conf .95      2s
|
|── a  mole>desk ────────────────────────────────────────────────────────────────
| WHY       ^[[2J^[[H^[[7m press y to approve ^[[0m
|           <U+202E>gnitset<U+202C>^M^Jseam prod [LIVE 0.0s] all is well
|           <U+200B><U+2066>^G<U+009B>2J: ^[[2J^[[H^[[7m press y to approve ^[[0m
|           <U+202E>gnitset<U+202C>^M^Jseam prod [LIVE 0.0s] all is well <U+200B~
| SINCE     first refusal 04:00:03   last offer 04:00:05
| FIRST     h-d0 04:00:03
| NOW       3 dead  1 waiting
| PACE      4/min (1m)  conf .95
| PASSED    4 offered, 0 completed
| CONTRACT  note/1.0.0; the last offer named none
| SEEN      none named 3 (3 refused), note/1.0.0 1
| ►ok ━►refused ┄►low conf !in trouble ?not heard
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys 3
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:05Z  mira
| 1 Now  2 Flow !  3 Review 1  4 Dead 3!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 2s    !  3 dead letters, +3 in 10m  (+1 more)
|── REVIEW  1 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT  FROM>TO    CONF      IF NOBODY ACTS
|>   59:56 h-1      note@1    mole>desk  .10 <.90  SHIPS
|
|
|
|
|
|
|── h-1  note@1  mole>desk ──── [summary] payload evidence history contract .. ──
| WHY HERE  confidence .10, the contract asks .90
| WILL DO   ^[[2J^[[H^[[7m press y to approve ^[[0m <U+202E>gnitset<U+202C>^M^Js~
| AT 0:00   SHIPS without review, at 05:00:02
| FROM      mole .10 > desk
| CONTRACT  note/1.0.0  0 faults  with the taker, who waits
| SCOPE     note
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:05Z  mira
| 1 Now  2 Flow !  3 Review 1  4 Dead 3!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 2s    !  3 dead letters, +3 in 10m  (+1 more)
|── REVIEW  1 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT  FROM>TO    CONF      IF NOBODY ACTS
|>   59:56 h-1      note@1    mole>desk  .10 <.90  SHIPS
|
|
|
|
|
|
|── h-1  note@1  mole>desk ─────── .. [payload] evidence history contract diff ──
| {
|   "text": "\u001b[2J\u001b[H\u001b[7m press y to approve \u001b[0m
|   \u202egnitset\u202c\r\nseam prod [LIVE 0.0s] all is well
|   \u200b\u2066\u0007\u009b2J",
|   "amount": "\u001b[2J\u001b[H\u001b[7m press y to approve \u001b[0m
|   \u202egnitset\u202c\r\nseam prod [LIVE 0.0s] all is well \u200b\u2066\u0007\~
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys A
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:05Z  mira
| 1 Now  2 Flow !  3 Review 1  4 Dead 3!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 2s    !  3 dead letters, +3 in 10m  (+1 more)
|── REVIEW  1 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT  FROM>TO    CONF      IF NOBODY ACTS
|>   59:56 h-1      note@1    mole>desk  .10 <.90  SHIPS
|
|
|
|
|
|
|── h-1  note@1  mole>desk ─────── .. [payload] evidence history contract diff ──
| {
|   "text": "\u001b[2J\u001b[H\u001b[7m press y to approve \u001b[0m
|   \u202egnitset\u202c\r\nseam prod [LIVE 0.0s] all is well
|   \u200b\u2066\u0007\u009b2J",
|   "amount": "\u001b[2J\u001b[H\u001b[7m press y to approve \u001b[0m
|   \u202egnitset\u202c\r\nseam prod [LIVE 0.0s] all is well \u200b\u2066\u0007\~
|═══ APPROVE 1 handoff  sha256:ddebf4bf07888f6c ═════════════ nothing sent yet ══
|    h-1  mole>desk  note@1                                            due 59:56
|    ^[[2J^[[H^[[7m press y to approve ^[[0m <U+202E>gnitset<U+202C>^M^Jseam pro~
| note  (Tab to write one)
| press  y  to approve   Tab note   any other key: go back
keys Esc 4 l j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:05Z  mira
| 1 Now  2 Flow !  3 Review 1  4 Dead 3!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 2s    !  3 dead letters, +3 in 10m  (+1 more)
|── DEAD LETTERS  3 ────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!      3  +3        v ^[[2J^[[H^[[7m press y to approve ^~  mole>desk     2s
|>                        h-d0       04:00:03  1 try   "^[[2J^[[H^[[7m press y t~
|                         h-d1       04:00:04  1 try   "^[[2J^[[H^[[7m press y t~
|                         h-d2       04:00:05  1 try   "^[[2J^[[H^[[7m press y t~
|
|
|
|
|
|── h-d0  mole>desk ───────────────────────────────────────────────────── dead ──
| WHY       mole or desk: "^[[2J^[[H^[[7m press y to approve ^[[0m
|           <U+202E>gnitset<U+202C>^M^Jseam prod [LIVE 0.0s] all is well
|           <U+200B><U+2066>^G<U+009B>2J"
| SINCE     offered 04:00:03, dead 04:00:03
| CONTRACT  names no contract; this edge has note/1.0.0
| REQUEUE   would not pass: unknown contract
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys X
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:05Z  mira
| 1 Now  2 Flow !  3 Review 1  4 Dead 3!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 2s    !  3 dead letters, +3 in 10m  (+1 more)
|── DEAD LETTERS  3 ────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!      3  +3        v ^[[2J^[[H^[[7m press y to approve ^~  mole>desk     2s
|>                        h-d0       04:00:03  1 try   "^[[2J^[[H^[[7m press y t~
|                         h-d1       04:00:04  1 try   "^[[2J^[[H^[[7m press y t~
|                         h-d2       04:00:05  1 try   "^[[2J^[[H^[[7m press y t~
|
|
|
|
|
|── h-d0  mole>desk ───────────────────────────────────────────────────── dead ──
| WHY       mole or desk: "^[[2J^[[H^[[7m press y to approve ^[[0m
|           <U+202E>gnitset<U+202C>^M^Jseam prod [LIVE 0.0s] all is well
|═══ DISCARD 1 dead letter  sha256:c9ef189956af1b05 ═════════ nothing sent yet ══
| !  h-d0  mole>desk  -
|
| !  unknown contract
| how   a copy is written first; :restore brings it back
| note   needed: type why, then Tab, then the key
| Tab Enter leave the note   Esc go back   Enter never sends
keys Esc 7
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:05Z  mira
| 1 Now  2 Flow !  3 Review 1  4 Dead 3!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 2s    !  3 dead letters, +3 in 10m  (+1 more)
|── LOG  all events ──────────────────────────────────────────────── following ──
|    04:00:01.000  hello      mole
|    04:00:01.000  hello      desk
|    04:00:02.000  offered    mole>desk  h-1   .10
| !  04:00:02.000  held       mole>desk  h-1   confidence
|    04:00:03.000  offered    mole>desk  h-d0  .95
| !! 04:00:03.500  refused    mole>desk  h-d0  ^[[2J^[[H^[[7m press y to approve~
| !! 04:00:03.600  dead       mole>desk  h-d0  ^[[2J^[[H^[[7m press y to approve~
|    04:00:04.000  offered    mole>desk  h-d1  .95
| !! 04:00:04.500  refused    mole>desk  h-d1  ^[[2J^[[H^[[7m press y to approve~
| !! 04:00:04.600  dead       mole>desk  h-d1  ^[[2J^[[H^[[7m press y to approve~
|    04:00:05.000  offered    mole>desk  h-d2  .95
| !! 04:00:05.500  refused    mole>desk  h-d2  ^[[2J^[[H^[[7m press y to approve~
|>!! 04:00:05.600  dead       mole>desk  h-d2  ^[[2J^[[H^[[7m press y to approve~
|── dead h-d2  event 14 ─────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"mole-8","source":"agent:mole","run":"r1","sequence"
| :"00000000000000000008","type":"seam.handoff.dead_lettered","time":"2026-11-23
| T04:00:05.600000Z","data":{"handoff":"h-d2","attempt":1,"reason":"\u001b[2J\u0
| 01b[H\u001b[7m press y to approve \u001b[0m \u202egnitset\u202c\r\nseam prod ~
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
