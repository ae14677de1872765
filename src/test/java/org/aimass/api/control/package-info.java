@NullMarked
package org.aimass.api.control;

import org.jspecify.annotations.NullMarked;
