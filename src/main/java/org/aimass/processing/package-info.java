/** Why, on what legal basis, for whom and how long data about people is processed. Versioned: a change is a new row. */
@NullMarked
package org.aimass.processing;

import org.jspecify.annotations.NullMarked;
