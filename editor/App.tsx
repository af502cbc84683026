import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Redirect, Route, Router, Switch } from 'wouter'
import Flows from './pages/Flows.tsx'
import { Missing } from './pages/Missing.tsx'
import { SignedIn } from './pages/SignedIn.tsx'
import SignIn from './pages/SignIn.tsx'
import Welcome from './pages/Welcome.tsx'
import { queryClient } from './queries.ts'
import { schemeManager } from './scheme.ts'
import { theme } from './theme.ts'

// the canvas and all node types come when a flow is opened, quieter rooms when they are entered
const Flow = lazy(() => import('./pages/Flow.tsx'))
const Intents = lazy(() => import('./pages/Intents.tsx'))
const Moods = lazy(() => import('./pages/Moods.tsx'))
const Knowledge = lazy(() => import('./pages/Knowledge.tsx'))
const Reviews = lazy(() => import('./pages/Reviews.tsx'))
const Entries = lazy(() => import('./pages/Entries.tsx'))
const Models = lazy(() => import('./pages/Models.tsx'))
const People = lazy(() => import('./pages/People.tsx'))
const Account = lazy(() => import('./pages/Account.tsx'))

/** The operators' app: who is not signed in sees the sign-in page and comes back to where they were going. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <Router base="/editor">
          <Switch>
            <Route path="/sign-in" component={SignIn} />
            <Route path="/welcome" component={Welcome} />
            <Route>
              <SignedIn>
                <Suspense fallback={null}>
                  <Switch>
                    <Route path="/">
                      <Redirect to="/flows" replace />
                    </Route>
                    <Route path="/flows" component={Flows} />
                    <Route path="/flows/:flow">{({ flow }) => <Flow key={flow} flowId={flow} />}</Route>
                    <Route path="/intents/:intent?">{({ intent }) => <Intents chosen={intent ?? null} />}</Route>
                    <Route path="/moods" component={Moods} />
                    <Route path="/knowledge/*?" component={Knowledge} />
                    <Route path="/reviews" component={Reviews} />
                    <Route path="/entries" component={Entries} />
                    <Route path="/models" component={Models} />
                    <Route path="/people" component={People} />
                    <Route path="/account" component={Account} />
                    <Route component={Missing} />
                  </Switch>
                </Suspense>
              </SignedIn>
            </Route>
          </Switch>
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  )
}
