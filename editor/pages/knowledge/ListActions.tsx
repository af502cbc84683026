import { Button } from '@mantine/core'
import { IconPlus, IconUpload } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../i18n/index.ts'
import css from './Knowledge.module.css'
import { useRefresh } from './queries.ts'
import { words } from './words.ts'

const ImportFile = lazy(() => import('../library/ImportFile.tsx').then((file) => ({ default: file.ImportFile })))

/** What one can do with a list: bring a table in, or write one more by hand. */
export function ListActions({ what, create }: { what: 'articles' | 'products' | 'synonyms'; create?: { text: string; act: () => void } }) {
  const say = useWords(words)
  const refresh = useRefresh()
  const [importing, setImporting] = useState(false)
  return (
    <>
      <div className={css.toolsEnd}>
        <Button leftSection={<IconUpload size={16} stroke={1.75} />} onClick={() => setImporting(true)}>
          {say('import')}
        </Button>
        {create && (
          <Button variant="filled" leftSection={<IconPlus size={16} stroke={1.75} />} onClick={create.act}>
            {create.text}
          </Button>
        )}
      </div>
      <Suspense fallback={null}>
        {importing && <ImportFile what={what} close={() => setImporting(false)} done={() => void refresh()} />}
      </Suspense>
    </>
  )
}
