@NullMarked
package org.aimass.security;

import org.jspecify.annotations.NullMarked;
