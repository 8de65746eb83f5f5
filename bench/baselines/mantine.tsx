import '@mantine/core/styles.css'
import { AppShell, Button, MantineProvider, NavLink, Table, TextInput, Title } from '@mantine/core'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, Link, Outlet, RouterProvider } from 'react-router'
import { readRequests } from './read-requests.ts'

const Frame = () => (
  <AppShell header={{ height: 56 }} navbar={{ width: 224, breakpoint: 'sm' }} padding="md">
    <AppShell.Header p="md">Baseline</AppShell.Header>
    <AppShell.Navbar p="md">
      <NavLink component={Link} to="/" label="Requests" />
    </AppShell.Navbar>
    <AppShell.Main>
      <Outlet />
    </AppShell.Main>
  </AppShell>
)

const Requests = () => {
  const { data = [] } = useQuery({ queryKey: ['requests'], queryFn: readRequests })
  return (
    <>
      <Title>Requests</Title>
      <TextInput label="Search" />
      <Table>
        <Table.Tbody>
          {data.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Th scope="row">{row.mirrorName}</Table.Th>
              <Table.Td>{row.mirrorBaseUrl}</Table.Td>
              <Table.Td>
                <Button size="xs">Accept</Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

const router = createBrowserRouter([
  { path: '/', Component: Frame, children: [{ index: true, Component: Requests }] },
])
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <MantineProvider defaultColorScheme="auto">
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  )
}
