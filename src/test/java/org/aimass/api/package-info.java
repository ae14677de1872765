@NullMarked
package org.aimass.api;

import org.jspecify.annotations.NullMarked;
