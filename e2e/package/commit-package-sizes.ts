/** `npm run dist:sizes`: takes the sizes of the package that `npm run dist:dir` built as the committed ones. */
import path from 'node:path';
import { commitPackageSizes } from './compare-package-sizes.ts';

commitPackageSizes(path.join(import.meta.dirname, '..', '..'));
