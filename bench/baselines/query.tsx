import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { readRequests } from './read-requests.ts'

const Requests = () => {
  const { data = [] } = useQuery({ queryKey: ['requests'], queryFn: readRequests })
  return (
    <table>
      <tbody>
        {data.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.mirrorName}</th>
            <td>{row.mirrorBaseUrl}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <Requests />
    </QueryClientProvider>,
  )
}
