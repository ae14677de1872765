/** Submits, profiles and fixes datasets; keeps every uploaded file by its digest. */
@NullMarked
package org.aimass.dataset.control;

import org.jspecify.annotations.NullMarked;
