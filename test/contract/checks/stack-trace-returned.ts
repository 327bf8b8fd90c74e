import { json, type Row } from '../exchange.ts'

const leaks: Readonly<Record<string, readonly [text: string, got: string]>> = {
  Rust: ["thread 'main' panicked at src/main.rs:10:5:\ncalled `Option::unwrap()`", "thread 'main' panicked at"],
  Ruby: ["app.rb:12:in `load'\n\tfrom app.rb:3:in `run'", 'app.rb:12:in `'],
  'Ruby of late': ["/app/app.rb:12:in 'Object#load'", "/app/app.rb:12:in '"],
  Node: ['Error: x\n    at load (/app/src/main.js:10:5)\n', 'at load (/app/src/main.js:10:5)'],
  'Node without a function': ['Error: x\n    at file:///app/main.mts:10:5', 'at file:///app/main.mts:10:5'],
  'Node in one line': [
    'Error: bad at Object.<anonymous> (/srv/app/index.js:10:5)',
    'at Object.<anonymous> (/srv/app/index.js:10:5)',
  ],
  'Node in one line, of a method under another name': [
    'Error: bad  at async Server.load [as get] (file:///C:/my%20app/a.mts:10:5)  at run (b.js:1:2)',
    'at async Server.load [as get] (file:///C:/my%20app/a.mts:10:5)',
  ],
  'the inside of Node in one line': [
    'Error: bad at Socket.emit (node:events:518:28)',
    'at Socket.emit (node:events:518:28)',
  ],
  'the inside of Node': [
    '    at node:internal/main/run_main_module:23:47',
    'at node:internal/main/run_main_module:23:47',
  ],
  Java: ['java.lang.X: y\n\tat com.acme.Main.run(Main.java:12)\n', 'at com.acme.Main.run(Main.java:12)'],
  'a module of Java': [
    '\tat java.base/java.lang.Thread.run(Thread.java:829)',
    'at java.base/java.lang.Thread.run(Thread.java:829)',
  ],
  'the inside of Java': [
    '\tat sun.reflect.Invoke.invoke0(Native Method)',
    'at sun.reflect.Invoke.invoke0(Native Method)',
  ],
  Python: ['Traceback (most recent call last):\n', 'Traceback (most recent call last)'],
  'a line of Python': ['  File "/app/main.py", line 3, in run', 'File "/app/main.py", line 3'],
  Go: ['goroutine 1 [running]:\nmain.main()', 'goroutine 1 [running'],
  'a panic of Go': ['x\npanic: runtime error', 'panic:'],
  'a line of Go': ['\t/app/main.go:42 +0x1d\n', '/app/main.go:42 +0x1d'],
  'C#': [
    '   at Acme.Main.Run(String name) in C:\\src\\Main.cs:line 42',
    'at Acme.Main.Run(String name) in C:\\src\\Main.cs:line 42',
  ],
  'a task of C#': [
    '   at Acme.Main.<Run>d__3.MoveNext() in /src/Main.cs:line 42',
    'at Acme.Main.<Run>d__3.MoveNext() in /src/Main.cs:line 42',
  ],
  PHP: ['Stack trace:\n#0 /var/www/index.php(12): run()', '#0 /var/www/index.php(12)'],
  'a line of PHP': ['<b>Fatal error</b>: x in <b>/var/www/index.php</b> on line <b>12</b>', '.php</b> on line <b>12'],
}

const ordinary = [
  'at 10:30:15',
  'at (10:30:15)',
  'at 06/05/2026 10:30:15',
  'see http://host:80',
  'Not reached\nat http://host:80',
  'see the manual\nat https://host:80/path:1',
  'The file "main.py" has no line 3',
  'Do not panic: try again',
  'in row (3) of a.csv:line 7',
  '#1 of 3 (12)',
  'at noon (UTC)',
  'We meet at noon (room 3:10:30)',
  'Look at the example (https://host.example/app.js)',
  'Not valid at line 3 (see main.js:10)',
  'It runs at https://host.example:80 (10:30:15)',
]

const found = (got: string) => [{ message: 'The answer holds a stack trace', expected: 'an error for callers', got }]

export const rows: readonly Row[] = [
  { what: 'no body', verdicts: [] },
  { what: 'ordinary headers', headers: { ...json, 'x-request-id': '4:12' }, verdicts: [] },
  {
    what: 'a trace in a header',
    headers: { 'x-debug': 'panic: oops' },
    verdicts: found('panic:'),
  },
  {
    what: 'a trace in one line in a header',
    headers: { 'x-error': 'Error: bad at Object.<anonymous> (/srv/app/index.js:10:5)' },
    verdicts: found('at Object.<anonymous> (/srv/app/index.js:10:5)'),
  },
  {
    what: 'a trace in JSON that is cut off',
    text: JSON.stringify({ debug: 'java.lang.X: y\n\tat com.acme.Main.run(Main.java:12)\n' }).slice(0, -1),
    verdicts: found('at com.acme.Main.run(Main.java:12)'),
  },
  {
    what: 'a trace with quotes in JSON that is cut off',
    text: JSON.stringify({ debug: 'x\n\tFile "/app/main.py", line 3\n' }).slice(0, -1),
    verdicts: found('File "/app/main.py", line 3'),
  },
  { what: 'other values than texts', body: { code: 3, details: null, message: 'No' }, verdicts: [] },
  ...ordinary.map((text) => ({ what: `an ordinary text: ${JSON.stringify(text)}`, text, verdicts: [] })),
  ...ordinary.map((message) => ({
    what: `an ordinary message: ${JSON.stringify(message)}`,
    body: { message },
    verdicts: [],
  })),
  ...Object.entries(leaks).flatMap(([engine, [text, got]]) => [
    { what: `a trace of ${engine}`, text, verdicts: found(got) },
    { what: `a trace of ${engine} in a member`, body: { details: [{ debug: text }] }, verdicts: found(got) },
    { what: `a trace of ${engine} in lines`, body: { stack: text.trim().split('\n') }, verdicts: found(got) },
    {
      what: `a trace of ${engine} in JSON in a member`,
      body: { message: JSON.stringify(`${text}\n`) },
      verdicts: found(got),
    },
  ]),
]
