@NullMarked
package org.aimass.dataset.control;

import org.jspecify.annotations.NullMarked;
