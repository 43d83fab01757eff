import type { Result } from '@contract/result'
import { fail } from '@contract/result'
import type { UpdateTable } from '@contract/update-table'
import type { ExportReport } from '@contract/weight-formats'

export async function exportTable(_path: string, _table: UpdateTable): Promise<Result<ExportReport>> {
  return fail('file-not-written', 'PLACEHOLDER')
}
