const { app } = require('electron')

/*
 * Loaded into the app's main process before its own program (`electron -r probe.cjs …`): writes to standard output when the window
 * is shown and when the run in it can be started, in milliseconds since 1970, and ends the app. Nothing else holds on to
 * it: what drives a page from outside makes its start slower.
 */

const READY = `new Promise((done) => {
  const look = () =>
    document.querySelector('[data-testid="start-pause"]:enabled') ? done(Date.now()) : setTimeout(look, 4)
  look()
})`

app.once('browser-window-created', (_event, window) => {
  const shown = new Promise((done) => {
    window.once('show', () => done(Date.now()))
  })
  window.webContents.once('dom-ready', async () => {
    const ready = await window.webContents.executeJavaScript(READY)
    process.stdout.write(`${JSON.stringify({ shown: await shown, ready })}\n`)
    app.quit()
  })
})
