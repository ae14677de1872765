/**
 * The portal's one data source and its schema: opened, then migrated, before anything else starts. Knows no room; a room
 * that has work to do at start observes {@link org.aimass.database.DatabaseReady}.
 */
@NullMarked
package org.aimass.database;

import org.jspecify.annotations.NullMarked;
