@NullMarked
package org.aimass.registry.boundary;

import org.jspecify.annotations.NullMarked;
