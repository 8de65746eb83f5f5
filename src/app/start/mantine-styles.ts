// Only the parts of Mantine that the first page and the frame use: all of it would be more than twice the budget for
// styles. The others come with the code that uses them. The order is Mantine's own; later files build on earlier ones.
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/VisuallyHidden.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Loader.css'
import '@mantine/core/styles/ActionIcon.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/Stack.css'
import './document.css'
import './theme.css'
