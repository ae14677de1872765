@NullMarked
package org.aimass.dataset.boundary;

import org.jspecify.annotations.NullMarked;
