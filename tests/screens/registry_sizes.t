# The registry at other sizes: a pane at a time where there is no room for three.
recording tests/screens/data/versions.jsonl
size 120x36
at end
keys 6
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  9/9 agents                                  Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 26!   5 Incidents 1   6 Registry !   7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m    !  registry drift 2    !  1 loop
|── REGISTRY  6 contracts in force  9 agents ────────────────────────────────────────── broken now 3  drift 2  loops 1 ──
|     CONTRACT                     VERSIONS SEEN                  PUBLISHES > TAKES              BROKEN REFUSED    SINCE
|>!!  invoice.draft                @4 24  @3 9                    billing @4 @3 > ledger @3          33      26 03:00:20
| !   kyc.verdict                  @2 40                          kyc @2 > fraud ^2                  40       0 03:00:01
| !   mail.order                   @1.1.0 10  @1.0.0 10           crm @1 > mailer ^1                 20       0 03:00:20
|     audit.trail                  @1 0                           ledger > auditor                    0       0        -
|── AGENTS ────────────────────────────────────────────────────────────────────────────────────────────── 1 more below ──
|     AGENT                    VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing                  31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc                      12     0s     -       .43 -.43        0  03:00:41 was 11 model was kyc-v8
| !   planner                  -      0s     -       .74             0  -
|     coder                    -      0s     -       .75             0  -
|     crm                      4      0s     -       .82             0  -
|     fraud                    7      0s     -       -               0  -
|     ledger                   12     0s     -       -               0  -
|     mailer                   2      0s     -       -               0  -
|── DRIFT 2  LOOPS 1 ────────────────────────────────────────────────────────────────────────────────────────────────────
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only                                               24     8m
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                                                         20    11m
| !   planner > coder > reviewer > planner                                                                      4     3m
|── invoice.draft ────────────────────────────────────────────────── [what breaks] differences who uses it history raw ──
| broken 33 of 33 offers, since 03:00:20, the last 48s ago
| refused 26 of 33 offers, since 03:02:00, the last 48s ago
|     24  no fallback  @4 billing > ledger  03:04:12 to 03:11:52  i-423
|     24  version not taken  @4 billing > ledger  03:04:12 to 03:11:52  i-423
|     20  refused: version: takes * got * in *  @4 billing > ledger  03:04:12 to 03:11:32  i-422
|      9  no fallback  @3 billing > ledger  03:00:20 to 03:03:40  i-308
|      4  /amount: below the minimum 0  @4 billing > ledger  03:05:52 to 03:11:52  i-423
|      4  /invoice: missing  @4 billing > ledger  03:05:52 to 03:11:52  i-423
|      4  refused: contract: cannot book  @4 billing > ledger  03:05:52 to 03:11:52  i-423
|      2  /lines/*/vat: string, not number  @3 billing > ledger  03:02:00 to 03:03:15  i-307
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  f trouble only  s sort  / filter  c copy  ? help
keys Tab
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  9/9 agents                                  Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 26!   5 Incidents 1   6 Registry !   7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m    !  registry drift 2    !  1 loop
|── REGISTRY  6 contracts in force  9 agents ────────────────────────────────────────── broken now 3  drift 2  loops 1 ──
|     CONTRACT                     VERSIONS SEEN                  PUBLISHES > TAKES              BROKEN REFUSED    SINCE
| !!  invoice.draft                @4 24  @3 9                    billing @4 @3 > ledger @3          33      26 03:00:20
| !   kyc.verdict                  @2 40                          kyc @2 > fraud ^2                  40       0 03:00:01
| !   mail.order                   @1.1.0 10  @1.0.0 10           crm @1 > mailer ^1                 20       0 03:00:20
|     audit.trail                  @1 0                           ledger > auditor                    0       0        -
|── AGENTS ────────────────────────────────────────────────────────────────────────────────────────────── 1 more below ──
|     AGENT                    VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|>!!  billing                  31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc                      12     0s     -       .43 -.43        0  03:00:41 was 11 model was kyc-v8
| !   planner                  -      0s     -       .74             0  -
|     coder                    -      0s     -       .75             0  -
|     crm                      4      0s     -       .82             0  -
|     fraud                    7      0s     -       -               0  -
|     ledger                   12     0s     -       -               0  -
|     mailer                   2      0s     -       -               0  -
|── DRIFT 2  LOOPS 1 ────────────────────────────────────────────────────────────────────────────────────────────────────
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only                                               24     8m
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                                                         20    11m
| !   planner > coder > reviewer > planner                                                                      4     3m
|── billing ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
| IS        version 31  model ?  run r1  up
| CHANGED   03:04:05, version was 30
| CONF      .91, the median of 24 handoffs; before it changed it was .94
| SENDS     invoice.draft/4.0.0, invoice.note/^1
| ACCEPTS   it has not said
| to        ledger  1/min  conf .91 of 33  invoice.draft/3.0.0  invoice.draft/4.0.0  BROKEN  33 broken, 26 refused
|
|
|
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  f trouble only  s sort  / filter  c copy  ? help
size 200x60
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  9/9 agents                                                                                                                  Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 26!   5 Incidents 1   6 Registry !   7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m    !  registry drift 2    !  1 loop
|── REGISTRY  6 contracts in force  9 agents ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── broken now 3  drift 2  loops 1 ──
|     CONTRACT                     VERSIONS SEEN                  PUBLISHES > TAKES                                                                                              BROKEN REFUSED    SINCE
| !!  invoice.draft                @4 24  @3 9                    billing @4 @3 > ledger @3                                                                                          33      26 03:00:20
| !   kyc.verdict                  @2 40                          kyc @2 > fraud ^2                                                                                                  40       0 03:00:01
| !   mail.order                   @1.1.0 10  @1.0.0 10           crm @1 > mailer ^1                                                                                                 20       0 03:00:20
|     audit.trail                  @1 0                           ledger > auditor                                                                                                    0       0        -
|── AGENTS ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
|     AGENT                    VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|>!!  billing                  31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc                      12     0s     -       .43 -.43        0  03:00:41 was 11 model was kyc-v8
| !   planner                  -      0s     -       .74             0  -
|     coder                    -      0s     -       .75             0  -
|     crm                      4      0s     -       .82             0  -
|     fraud                    7      0s     -       -               0  -
|     ledger                   12     0s     -       -               0  -
|     mailer                   2      0s     -       -               0  -
|     reviewer                 -      0s     -       .76             0  -
|── DRIFT 2  LOOPS 1 ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only                                                                                                                               24     8m
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                                                                                                                                         20    11m
| !   planner > coder > reviewer > planner                                                                                                                                                      4     3m
|── billing ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
| IS        version 31  model ?  run r1  up
| CHANGED   03:04:05, version was 30
| CONF      .91, the median of 24 handoffs; before it changed it was .94
| SENDS     invoice.draft/4.0.0, invoice.note/^1
| ACCEPTS   it has not said
| to        ledger  1/min  conf .91 of 33  invoice.draft/3.0.0  invoice.draft/4.0.0  BROKEN  33 broken, 26 refused
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
|
|
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  f trouble only  s sort  / filter  c copy  m note  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  9/9 agents                                                                                                                  Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 26!   5 Incidents 1   6 Registry !   7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m    !  registry drift 2    !  1 loop
|-- REGISTRY  6 contracts in force  9 agents -------------------------------------------------------------------------------------------------------------------------- broken now 3  drift 2  loops 1 --
|     CONTRACT                     VERSIONS SEEN                  PUBLISHES > TAKES                                                                                              BROKEN REFUSED    SINCE
| !!  invoice.draft                @4 24  @3 9                    billing @4 @3 > ledger @3                                                                                          33      26 03:00:20
| !   kyc.verdict                  @2 40                          kyc @2 > fraud ^2                                                                                                  40       0 03:00:01
| !   mail.order                   @1.1.0 10  @1.0.0 10           crm @1 > mailer ^1                                                                                                 20       0 03:00:20
|     audit.trail                  @1 0                           ledger > auditor                                                                                                    0       0        -
|-- AGENTS ----------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------
|     AGENT                    VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|>!!  billing                  31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc                      12     0s     -       .43 -.43        0  03:00:41 was 11 model was kyc-v8
| !   planner                  -      0s     -       .74             0  -
|     coder                    -      0s     -       .75             0  -
|     crm                      4      0s     -       .82             0  -
|     fraud                    7      0s     -       -               0  -
|     ledger                   12     0s     -       -               0  -
|     mailer                   2      0s     -       -               0  -
|     reviewer                 -      0s     -       .76             0  -
|-- DRIFT 2  LOOPS 1 ------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only                                                                                                                               24     8m
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                                                                                                                                         20    11m
| !   planner > coder > reviewer > planner                                                                                                                                                      4     3m
|-- billing ---------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------
| IS        version 31  model ?  run r1  up
| CHANGED   03:04:05, version was 30
| CONF      .91, the median of 24 handoffs; before it changed it was .94
| SENDS     invoice.draft/4.0.0, invoice.note/^1
| ACCEPTS   it has not said
| to        ledger  1/min  conf .91 of 33  invoice.draft/3.0.0  invoice.draft/4.0.0  BROKEN  33 broken, 26 refused
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
|
|
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  f trouble only  s sort  / filter  c copy  m note  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 4Dea 26! 5Inc 1 6Reg! 7Log
|!! billing>ledger broken for 10m  (+3 more)
|── REGISTRY  6 contracts in force  9 agents ────────────────
|     CONTRACT        SEEN      PUBLISHES > ~ BROKEN REFUSED
| !!  invoice.draft   @4 24  @~ billing > le~     33      26
| !   kyc.verdict     @2 40     kyc > fraud ~     40       0
| !   mail.order      @1.1.0 1~ crm > mailer~     20       0
|── AGENTS ────────────────────────────────── 7 more below ──
|     AGENT      VER    HEARD  OUT/1m  CONF p50   CHANGED
|>!!  billing    31     0s     1/min   .91 -.02   03:04:05 w~
| !   kyc        12     0s     -       .43 -.43   03:00:41 w~
|── DRIFT 2  LOOPS 1 ──────────────────────── 1 more below ──
| !   billing sends invoice.draft/4.0.0; ledger ~  24     8m
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side b~  20    11m
|── billing ─────────────────────────────────────────────────
| IS        version 31  model ?  run r1  up
| CHANGED   03:04:05, version was 30
| CONF      .91, the median of 24 handoffs; before it
| Enter open  Tab pane  ] tab  o handoffs  ? help
size 36x10
screen
| [LIVE 0.4s]  lost 0      03:12:40Z
|1N 2F! 3R 4D 26! 5I 1 6R! 7L
|!! billing>ledger broken for ~  (+3)
|── AGENTS ────────── 5 more below ──
|     AGENT        HEARD  CONF p50
|>!!  billing      0s     .91 -.02
| !   kyc          0s     .43 -.43
| !   planner      0s     .74
|     coder        0s     .75
| Enter open  Tab pane  ] tab  ? help
keys Tab
screen
| [LIVE 0.4s]  lost 0      03:12:40Z
|1N 2F! 3R 4D 26! 5I 1 6R! 7L
|!! billing>ledger broken for ~  (+3)
|── DRIFT 2  LOOPS 1 ────────────────
|>!   billing sends invoice.dra~  24
| !   crm>mailer: mail.order 1.~  20
| !   planner > coder > reviewer~  4
|
|
| Enter open  Tab pane  ] tab  ? help
keys Tab
screen
| [LIVE 0.4s]  lost 0      03:12:40Z
|1N 2F! 3R 4D 26! 5I 1 6R! 7L
|!! billing>ledger broken for ~  (+3)
|── REGISTRY  6 contracts in force~ ─
|     CONTRACT        BROKEN REFUSED
|>!!  invoice.draft       33      26
| !   kyc.verdict         40       0
| !   mail.order          20       0
|     audit.trail          0       0
| Enter open  Tab pane  ] tab  ? help
keys Enter
screen
| [LIVE 0.4s]  lost 0      03:12:40Z
|1N 2F! 3R 4D 26! 5I 1 6R! 7L
|!! billing>ledger broken for ~  (+3)
|── invoice.draft ───────────────────
| broken 33 of 33 offers, since
|   03:00:20, the last 48s ago
| refused 26 of 33 offers, since
|   03:02:00, the last 48s ago
|>    24  no fallback  @4 billing >
| Enter open  Tab pane  ] tab  ? help
size 40x14
keys Esc
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 4D 26! 5I 1 6R! 7L
|!! billing>ledger broken for 10m  (+3)
|── REGISTRY  6 contracts in force  9 ~ ─
|     CONTRACT            BROKEN REFUSED
|>!!  invoice.draft           33      26
| !   kyc.verdict             40       0
| !   mail.order              20       0
|     audit.trail              0       0
|
|
|
|
| Enter open  Tab pane  ] tab  ? help
# a recording instead of a hub
size 80x24
replay 4
at 03:05:00
screen
| seam night.jsonl  [REPLAY paused]  lost 0          Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|at 03:12:40: !! billing>ledger broken for 10m  (+3 more)
|── REGISTRY  6 contracts in force  9 agents ── broken now 3  drift 2  loops 1 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|>!!  invoice.draft   @4 24  @3 9   billing > ledger @3      33      26 03:00:20
| !   kyc.verdict     @2 40         kyc > fraud ^2           40       0 03:00:01
| !   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT 2  LOOPS 1 ──────────────────────────────────────────── 1 more below ──
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|── invoice.draft ────────── [what breaks] differences who uses it history raw ──
| broken 33 of 33 offers, since 03:00:20, the last 48s ago
| refused 26 of 33 offers, since 03:02:00, the last 48s ago
|     24  no fallback  @4 billing > ledger  03:04:12 to 03:11:52  i-423
|    03:12:40.900  beat       reviewer
|── REPLAY  x4 at the end ─────────────────────────────────── event 242 of 242 ──
| events/s █▁▃▂▂▂▂▂▂▂▃▂▂▂▃▂▃▁▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▃▁▂▃▁▃▃▂▂▂▂▂▃▃▂▃▃▁▄▂▃▂▃▃▂▂▁▁▃ 2.5
| 02:59    ──────────!─────!───!───────────────────────────────────────[─] 03:12
| Space play  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  ? help
styles
|pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp
|...............w...................www.................KKKKKKKKKK#W
|pppppppppppp.cc.ccccccccccccccccccccccccccccc
|rr.tttttttttttttttttttttttttttttttttttttttt.rr.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rr
|.....tttttttt........tttt..........ttttttttttttttttt....tttttt.ttttttt....ttttt
|#CC#############################################################################
|.w
|.w
|rr.tttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrr.rr
|.....ttttt........ttt....ttttt..tttttt..tttttttt...tttttt..ttttttt
|.cc
|.w
|rr.tttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrr.rr
|.w
|.w
|rr.ttttttttttttt.rrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rr
|.wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww
|.wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww
|.wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww
|
|rr.ttttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrr.rr
|
|..........rrrrrrrrrrwrrrrrwrrrwrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrppp
|.kkkkk.......kkk.......kkk......kkk..........kkk........kkkkk........k
