/** Rows out of files: CSV and Parquet, in batches, in bounded memory, the file's digest computed on the way. */
@NullMarked
package org.aimass.engine.data;

import org.jspecify.annotations.NullMarked;
