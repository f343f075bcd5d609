# An agent that draws by the names of contracts, versions and violations.
recording tests/screens/data/liar.jsonl
size 80x24
at end
keys 6
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:06Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 2!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 3s    !  2 dead letters, +2 in 10m  (+1 more)
|── REGISTRY  2 contracts in force  2 agents ─────────── broken now 1  drift 2 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|>!!  note            @2 2  @1 0    mole > desk @1            2       2 04:00:03
|── AGENTS ──────────────────────────────────────────────────────────────────────
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  mole         ^[[2J~ 0s     2/min   .50             0  04:00:02 was 1 model~
| !   desk         -      0s     -       -               0  -
|── DRIFT 2  and 1 that is no news ──────────────────────────────────────────────
| !   desk takes note/1.0.0; mole sends 9.0.0 only
| !   mole sends note/9.0.0; desk takes 1.0.0 only
|     note/1.0.0 does not say what it excludes                                6s
|── note ─────────────────── [what breaks] differences who uses it history raw ──
| broken 2 of 2 offers, since 04:00:03, the last 0s ago
| refused 2 of 2 offers, since 04:00:03, the last 0s ago
|      2  no fallback  @2 mole > desk  04:00:03 to 04:00:06  h-3
|      2  version not taken  @2 mole > desk  04:00:03 to 04:00:06  h-3
|      2  /^[[2J^[[H^[[7m press y to approve ^[[0m
|        <U+202E>gnitset<U+202C>^M^Jall is well <U+200B><U+2066>^G<U+009B>2J:
|        ^[[2J^[[H^[[7m press y to approve ^[[0m <U+202E>gnitset<U+202C>^M^Jall
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:06Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 2!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 3s    !  2 dead letters, +2 in 10m  (+1 more)
|── REGISTRY  2 contracts in force  2 agents ─────────── broken now 1  drift 2 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|>!!  note            @2 2  @1 0    mole > desk @1            2       2 04:00:03
|── AGENTS ──────────────────────────────────────────────────────────────────────
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  mole         ^[[2J~ 0s     2/min   .50             0  04:00:02 was 1 model~
| !   desk         -      0s     -       -               0  -
|── DRIFT 2  and 1 that is no news ──────────────────────────────────────────────
| !   desk takes note/1.0.0; mole sends 9.0.0 only
| !   mole sends note/9.0.0; desk takes 1.0.0 only
|     note/1.0.0 does not say what it excludes                                6s
|── note  @2 against @1 ──── what breaks [differences] who uses it history raw ──
| ! /^[[2J^[[H^[[7m press y to approve ^[[0m <U+202E>gnitset<U+202C>^M^Jall is
|   well <U+200B><U+2066>^G<U+009B>2J  {type: string} -> {type: integer}
|     breaks takers and senders of @1: taken by desk; sent by nobody now
| ! /^[[2J^[[H^[[7m press y to approve ^[[0m <U+202E>gnitset<U+202C>^M^Jall is
|   well <U+200B><U+2066>^G<U+009B>2J  optional -> required
|     breaks a sender of @1: sent by nobody now
|   scope.represents  note -> ^[[2J^[[H^[[7m press y to approve ^[[0m
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys ] ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:06Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 2!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 3s    !  2 dead letters, +2 in 10m  (+1 more)
|── REGISTRY  2 contracts in force  2 agents ─────────── broken now 1  drift 2 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|>!!  note            @2 2  @1 0    mole > desk @1            2       2 04:00:03
|── AGENTS ──────────────────────────────────────────────────────────────────────
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  mole         ^[[2J~ 0s     2/min   .50             0  04:00:02 was 1 model~
| !   desk         -      0s     -       -               0  -
|── DRIFT 2  and 1 that is no news ──────────────────────────────────────────────
| !   desk takes note/1.0.0; mole sends 9.0.0 only
| !   mole sends note/9.0.0; desk takes 1.0.0 only
|     note/1.0.0 does not say what it excludes                                6s
|── note ─────────────────── what breaks differences who uses it [history] raw ──
| 04:00:00  note/1.0.0 loaded
| 04:00:00  note/2.0.0 loaded
| 04:00:03  first note/2.0.0 from mole to desk
| 04:00:03  note/2.0.0 begins to be broken, mole > desk
| 04:00:03  note/2.0.0 begins to be refused, mole > desk
|
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:06Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 2!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 3s    !  2 dead letters, +2 in 10m  (+1 more)
|── REGISTRY  2 contracts in force  2 agents ─────────── broken now 1  drift 2 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|>!!  note            @2 2  @1 0    mole > desk @1            2       2 04:00:03
|── AGENTS ──────────────────────────────────────────────────────────────────────
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  mole         ^[[2J~ 0s     2/min   .50             0  04:00:02 was 1 model~
| !   desk         -      0s     -       -               0  -
|── DRIFT 2  and 1 that is no news ──────────────────────────────────────────────
| !   desk takes note/1.0.0; mole sends 9.0.0 only
| !   mole sends note/9.0.0; desk takes 1.0.0 only
|     note/1.0.0 does not say what it excludes                                6s
|── note ─────────────────── what breaks differences who uses it [history] raw ──
| 04:00:00  note/1.0.0 loaded
| 04:00:00  note/2.0.0 loaded
| 04:00:03  first note/2.0.0 from mole to desk
| 04:00:03  note/2.0.0 begins to be broken, mole > desk
| 04:00:03  note/2.0.0 begins to be refused, mole > desk
|
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys Tab
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:06Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 2!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 3s    !  2 dead letters, +2 in 10m  (+1 more)
|── REGISTRY  2 contracts in force  2 agents ─────────── broken now 1  drift 2 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
| !!  note            @2 2  @1 0    mole > desk @1            2       2 04:00:03
|── AGENTS ──────────────────────────────────────────────────────────────────────
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|>!!  mole         ^[[2J~ 0s     2/min   .50             0  04:00:02 was 1 model~
| !   desk         -      0s     -       -               0  -
|── DRIFT 2  and 1 that is no news ──────────────────────────────────────────────
| !   desk takes note/1.0.0; mole sends 9.0.0 only
| !   mole sends note/9.0.0; desk takes 1.0.0 only
|     note/1.0.0 does not say what it excludes                                6s
|── mole ────────────────────────────────────────────────────────────────────────
| IS        version ^[[2J^[[H^[[7m press y to approve ^[[0m
|   <U+202E>gnitset<U+202C>^M^Jall is well <U+200B><U+2066>^G<U+009B>2J  model
|   ^[[2J^[[H^[[7m press y to approve ^[[0m <U+202E>gnitset<U+202C>^M^Jall is
|   well <U+200B><U+2066>^G<U+009B>2J  run r1  up
| CHANGED   04:00:02, version was 1, model was m
| CONF      .50, the median of 2 handoffs
| SENDS     note/9.0.0, ^[[2J^[[H^[[7m press y to approve ^[[0m
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys Tab
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:06Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 2!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 3s    !  2 dead letters, +2 in 10m  (+1 more)
|── REGISTRY  2 contracts in force  2 agents ─────────── broken now 1  drift 2 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
| !!  note            @2 2  @1 0    mole > desk @1            2       2 04:00:03
|── AGENTS ──────────────────────────────────────────────────────────────────────
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  mole         ^[[2J~ 0s     2/min   .50             0  04:00:02 was 1 model~
| !   desk         -      0s     -       -               0  -
|── DRIFT 2  and 1 that is no news ──────────────────────────────────────────────
|>!   desk takes note/1.0.0; mole sends 9.0.0 only
| !   mole sends note/9.0.0; desk takes 1.0.0 only
|     note/1.0.0 does not say what it excludes                                6s
|── version nobody sends ────────────────────────────────────────────────────────
| desk takes note/1.0.0; mole sends 9.0.0 only
| version nobody sends: an agent accepts only versions that nobody sends: it
|   will not be handed anything it takes
| from      mole  2/min  conf .50 of 2  note/2.0.0  BROKEN  2 broken, 2 refused
|
|
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys 4
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:06Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 2!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 3s    !  2 dead letters, +2 in 10m  (+1 more)
|── DEAD LETTERS  2 ────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!      2  +2        v contract              mole>desk                     3s
|          2              > @2  /^[[2J^[[H^[[7m press y to approve ^[[0m~     3s
|
|
|
|
|
|
|
|── mole>desk   2 letters ───────────────────────────────────────────────────────
| WHY       1 cause, below
| SINCE     04:00:03, the newest 04:00:06
| CONTRACT  note/2.0.0
| REQUEUE   fits 0 of 2: desk does not take note/2.0.0 (1), its artifact is not ~
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys j l j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:06Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 2!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 3s    !  2 dead letters, +2 in 10m  (+1 more)
|── DEAD LETTERS  2 ────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!      2  +2        v contract              mole>desk                     3s
|          2              v @2  /^[[2J^[[H^[[7m press y to approve ^[[0m~     3s
|>                          h-0        04:00:03  1 try   "^[[2J^[[H^[[7m press y~
|                           h-3        04:00:06  1 try   "^[[2J^[[H^[[7m press y~
|
|
|
|
|
|── h-0  mole>desk ─────────────────────────────────────────────────── refused ──
| WHY       hub: /^[[2J^[[H^[[7m press y to approve ^[[0m
|           <U+202E>gnitset<U+202C>^M^Jall is well <U+200B><U+2066>^G<U+009B>2J:
|           ^[[2J^[[H^[[7m press y to approve ^[[0m
|           <U+202E>gnitset<U+202C>^M^Jall is well <U+200B><U+2066>^G<U+009B>2J;~
| SINCE     offered 04:00:03, dead 04:00:03
| CONTRACT  note/2.0.0
| REQUEUE   would not pass: desk does not take note/2.0.0
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys 2
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:00:06Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 2!  5 Incidents  6 Registry !  7 Log
|!! mole>desk broken for 3s    !  2 dead letters, +2 in 10m  (+1 more)
|── FLOW  2 agents  1 edge ──────────────────────────── pinned 04:00  rates 1m ──
|!mole ━━━━a━►!desk
| 2/m          2/m
|── TROUBLE  1 edge ─────────────────── counts 10m, rates 1m   healthy edges 0 ──
|>!! a mole>desk          BROKEN  2 of 2 refused       2/min    conf .50      3s
|
|── a  mole>desk ────────────────────────────────────────────────────────────────
| WHY       contract: ^[[2J^[[H^[[7m press y to approve ^[[0m
|           <U+202E>gnitset<U+202C>^M^Jall is well <U+200B><U+2066>^G<U+009B>2J
| SINCE     first refusal 04:00:03   last offer 04:00:06
| FIRST     h-0 04:00:03
| CAUSE?    1s after mole became version ^[[2J^[[H^[[7m press y to approve ^[[0m
|           <U+202E>g (04:00:02)
| FIELD     /^[[2J^[[H^[[7m press y to approve ^[[0m
|           <U+202E>gnitset<U+202C>^M^Jall is well <U+200B><U+2066>^G<U+009B>2J 2
| NOW       2 dead  0 waiting
| PACE      2/min (1m)  conf .50
| PASSED    2 offered, 0 completed
| ►ok ━►refused ┄►low conf !in trouble ?not heard
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
