# :export: what is asked of the world outside, and what is refused.
recording tests/screens/data/night.jsonl
size 80x24
at end
keys 2
command export flow.txt
wishes
|bell
|export flow.txt to 
|── FLOW  mesh prod-eu-1  as of 2026-11-23T03:12:40Z  14 agents  19 edges ────────
|                     ╭─►!kyc ┄┄┄┄b►!fraud ┄┄d┬► refund ──┬┳►!ledger ─┬╮
|                     │   7/m .41    6/m      │  7/m      │┃  8/m     ╰┼► audit
|                     │                       │           │┃           │  7/m
|                     ├────────────► support┄┬╯           ╰┃───────────┤
| intake ──► triage ─┬┴─►!billing━┓  5/m     ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┃┄┄┄┄┄┄┄┄┄c┬┴► notify
| 16/m       17/m    │    4/m     ┗━━━━━━━━━━━━━━━━━━━━━━a━┛          │   8/m
|                    │                                                │
|                    ╰──► planner──► coder ────► reviewer┄e┄► deploy ─╯
|                         1/m        2/m         2/m   ^1     1/m
|
|── TROUBLE  5 edges, worst first ────────────────────────────────────────────────
| a billing>ledger                 BROKEN  38 of 38 refused       3/min  dead 38
| b kyc>fraud                      LOW     8 of 8 below .75       6/min  dead 0
| c support>notify                 WAITS   1 waits for you        3/min  dead 1
| d fraud>refund                   WAITS   4 wait for you         6/min  dead 0
| e reviewer>deploy                WAITS   1 waits for you        1/min  dead 2
| ^n edges back: reviewer>coder
| ─► taken  ━► refused  ┄► low confidence, waits  ! in trouble  ? not heard
|
command export flow.mmd /tmp/night.mmd
wishes
|export flow.mmd to /tmp/night.mmd
|---
|title: "mesh prod-eu-1  as of 2026-11-23T03:12:40Z  14 agents  19 edges"
|---
|flowchart LR
|  %% thin: taken, thick red: refused, dashed: low confidence or waits, grey dots: idle
|  %% ! in trouble, ? not heard
|  n0["intake<br/>16/m"]
|  n1["triage<br/>17/m"]
|  n2["! kyc<br/>7/m .41"]:::trouble
|  n3["! billing<br/>4/m"]:::trouble
|  n4["support<br/>5/m"]
|  n5["planner<br/>1/m"]
|  n6["! fraud<br/>6/m"]:::trouble
|  n7["refund<br/>7/m"]
|  n8["! ledger<br/>8/m"]:::trouble
|  n9["notify<br/>8/m"]
|  n10["coder<br/>2/m"]
|  n11["reviewer<br/>2/m"]
|  n12["deploy<br/>1/m"]
|  n13["audit<br/>7/m"]
|  n0 --> n1
|  n1 --> n2
|  n1 --> n4
|  n1 --> n5
|  n1 --> n3
|  n4 --> n7
|  n4 -.->|"c WAITS 1 waits for you"| n9
|  n5 --> n10
|  n6 -.->|"d WAITS 4 wait for you"| n7
|  n7 --> n8
|  n7 --> n9
|  n8 --> n9
|  n8 --> n13
|  n10 --> n11
|  n11 --> n10
|  n11 -.->|"e WAITS 1 waits for you"| n12
|  n12 --> n9
|  n2 -.->|"b LOW 8 of 8 below .75"| n6
|  n3 ==>|"a BROKEN 38 of 38 refused"| n8
|  linkStyle 6 stroke:#af5f00
|  linkStyle 8 stroke:#af5f00
|  linkStyle 15 stroke:#af5f00
|  linkStyle 17 stroke:#af5f00
|  linkStyle 18 stroke:#d70000,stroke-width:3px
|  classDef trouble stroke:#d70000,stroke-width:3px
|  classDef unheard stroke-dasharray:4 3,color:#808080
|
command export flow.dot
wishes
|export flow.dot to 
|digraph "prod-eu-1" {
|  graph [rankdir=LR,fontname="monospace",labelloc=t,label="mesh prod-eu-1  as of 2026-11-23T03:12:40Z  14 agents  19 edges\nsolid: taken   bold red: refused   dashed: low confidence, waits   dotted: idle   ! in trouble   ? not heard"];
|  node [shape=box,style=rounded,fontname="monospace"];
|  edge [fontname="monospace"];
|  n0 [label="intake\n16/m"];
|  n1 [label="triage\n17/m"];
|  n2 [label="! kyc\n7/m .41",color="#d70000",penwidth=2];
|  n3 [label="! billing\n4/m",color="#d70000",penwidth=2];
|  n4 [label="support\n5/m"];
|  n5 [label="planner\n1/m"];
|  n6 [label="! fraud\n6/m",color="#d70000",penwidth=2];
|  n7 [label="refund\n7/m"];
|  n8 [label="! ledger\n8/m",color="#d70000",penwidth=2];
|  n9 [label="notify\n8/m"];
|  n10 [label="coder\n2/m"];
|  n11 [label="reviewer\n2/m"];
|  n12 [label="deploy\n1/m"];
|  n13 [label="audit\n7/m"];
|  n0 -> n1 [style=solid,tooltip="16/min, conf .97, 0 dead, 0 waiting"];
|  n1 -> n2 [style=solid,tooltip="7/min, conf .93, 0 dead, 0 waiting"];
|  n1 -> n4 [style=solid,tooltip="5/min, conf .90, 0 dead, 0 waiting"];
|  n1 -> n5 [style=solid,tooltip="1/min, conf .95, 0 dead, 0 waiting"];
|  n1 -> n3 [style=solid,tooltip="4/min, conf .95, 0 dead, 0 waiting"];
|  n4 -> n7 [style=solid,tooltip="1/min, conf .92, 0 dead, 0 waiting"];
|  n4 -> n9 [style=dashed,color="#af5f00",fontcolor="#af5f00",label="c WAITS 1 waits for you",tooltip="3/min, conf .88, 1 dead, 1 waiting"];
|  n5 -> n10 [style=solid,tooltip="1/min, conf .91, 0 dead, 0 waiting"];
|  n6 -> n7 [style=dashed,color="#af5f00",fontcolor="#af5f00",label="d WAITS 4 wait for you",tooltip="6/min, conf .78, 0 dead, 4 waiting"];
|  n7 -> n8 [style=solid,tooltip="3/min, conf .95, 0 dead, 0 waiting"];
|  n7 -> n9 [style=solid,tooltip="3/min, conf .96, 0 dead, 0 waiting"];
|  n8 -> n9 [style=solid,tooltip="1/min, conf .99, 0 dead, 0 waiting"];
|  n8 -> n13 [style=solid,tooltip="7/min, conf .99, 0 dead, 0 waiting"];
|  n10 -> n11 [style=solid,tooltip="1/min, conf .88, 0 dead, 0 waiting"];
|  n11 -> n10 [style=solid,tooltip="1/min, conf .85, 0 dead, 0 waiting"];
|  n11 -> n12 [style=dashed,color="#af5f00",fontcolor="#af5f00",label="e WAITS 1 waits for you",tooltip="1/min, conf .90, 2 dead, 1 waiting"];
|  n12 -> n9 [style=solid,tooltip="1/min, conf .97, 0 dead, 0 waiting"];
|  n2 -> n6 [style=dashed,color="#af5f00",fontcolor="#af5f00",label="b LOW 8 of 8 below .75",tooltip="6/min, conf .41, 0 dead, 1 waiting"];
|  n3 -> n8 [style=bold,penwidth=3,color="#d70000",fontcolor="#d70000",label="a BROKEN 38 of 38 refused",tooltip="3/min, conf .91, 38 dead, 0 waiting"];
|}
|
command export screen.txt
wishes
|export screen.txt to 
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
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
|>!! a billing>ledger     BROKEN  38 of 38 refused     3/min    conf .91      8m
| !  b kyc>fraud          LOW     8 of 8 below .75     6/min    1 waits
|    c support>notify     WAITS   1 waits for you      3/min    conf .88
|    d fraud>refund       WAITS   4 wait for you       6/min    conf .78
|── a  billing>ledger ───────────────────────────────────────────────────────────
| contract-refused: due_date: string, not date   incident INC-2291
| first refusal 03:04:12   last offer 03:12:24   invoice.draft/4.0.0
| 38 dead  0 waiting   CAUSE? 4m after invoice.draft/4.0.0 was loaded
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
|
command export flow.png
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
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
|>!! a billing>ledger     BROKEN  38 of 38 refused     3/min    conf .91      8m
| !  b kyc>fraud          LOW     8 of 8 below .75     6/min    1 waits
|    c support>notify     WAITS   1 waits for you      3/min    conf .88
|    d fraud>refund       WAITS   4 wait for you       6/min    conf .78
|── a  billing>ledger ───────────────────────────────────────────────────────────
| contract-refused: due_date: string, not date   incident INC-2291
| first refusal 03:04:12   last offer 03:12:24   invoice.draft/4.0.0
| 38 dead  0 waiting   CAUSE? 4m after invoice.draft/4.0.0 was loaded
| nothing written: export takes flow.svg, .html, .dot, .mmd or .txt, screen.svg,~
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
# only trouble is seen, and only that goes into the file
keys f
command export flow.txt
wishes
|export flow.txt to 
|── FLOW  mesh prod-eu-1  only trouble  as of 2026-11-23T03:12:40Z  14 agents  ~ ─
|                     ╭─►!kyc ┄┄┄┄┄b►!fraud ┄┄d┬► refund ─┬┳►!ledger ─┬╮
|                     │   7/m .41     6/m      │  7/m     │┃  8/m     ╰┼► audit
|                     ├─────────────► support┄┬╯          ╰┃───────────┤  7/m
| 1 more ──► triage ─┬┴─►!billing ━┓  5/m     ╰┄┄┄┄┄┄┄┄┄┄┄┄┃┄┄┄┄┄┄┄┄┄c┬┴► notify
|            17/m    │    4/m      ┗━━━━━━━━━━━━━━━━━━━━━a━┛          │   8/m
|                    ╰──► 1 more   ╭► deploy ─────────────────────────╯
|                                  e  1/m
| 1 more ──► coder ─────► reviewer┄╯
|            2/m          2/m   ^1
|
|── TROUBLE  5 edges, worst first ────────────────────────────────────────────────
| a billing>ledger                 BROKEN  38 of 38 refused       3/min  dead 38
| b kyc>fraud                      LOW     8 of 8 below .75       6/min  dead 0
| c support>notify                 WAITS   1 waits for you        3/min  dead 1
| d fraud>refund                   WAITS   4 wait for you         6/min  dead 0
| e reviewer>deploy                WAITS   1 waits for you        1/min  dead 2
| ^n edges back: reviewer>coder
| ─► taken  ━► refused  ┄► low confidence, waits  ! in trouble  ? not heard
|
# what is frozen is on the screen, and the graph of now is not what is seen
keys f p
command export flow.svg
screen
| seam prod-eu-1  [FROZEN 0:00, 0 behind]  8.1 ev/s  lost 0      03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── FLOW  14 agents  19 edges ──────────────── as of 03:12:40, frozen: p thaws ──
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
|── a  billing>ledger ───────────────────────────────────────────────────────────
| contract-refused: due_date: string, not date   incident INC-2291
| first refusal 03:04:12   last offer 03:12:24   invoice.draft/4.0.0
| 38 dead  0 waiting   CAUSE? 4m after invoice.draft/4.0.0 was loaded
| nothing written: frozen: p thaws; screen.svg or screen.txt is what is seen
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
