// The server says when the site was built anew.
new EventSource('/-/changes').addEventListener('message', () => location.reload())
