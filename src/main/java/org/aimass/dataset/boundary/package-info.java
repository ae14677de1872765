/** Pages on datasets. Translate, call control once, translate back. */
@NullMarked
package org.aimass.dataset.boundary;

import org.jspecify.annotations.NullMarked;
