import { UNSAFE_createBrowserHistory as createBrowserHistory } from 'react-router'
import { basePath } from '#app/browser/base-path.ts'
import { startApp } from './start-app.tsx'

// The document's first script reports when this is missing.
Object.assign(globalThis, { mirrorConsoleApp: true })
void startApp(createBrowserHistory(), basePath() || '/')
