@NullMarked
package org.aimass.registry.entity;

import org.jspecify.annotations.NullMarked;
