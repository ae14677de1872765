package org.aimass.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageInfoTest {

    @Test
    void everyPackageDeclaresItsNullsAndItsPurpose() {
        List<Path> bare = House.files(House.MAIN, ".java").stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !isComplete(folder.resolve("package-info.java")))
                .toList();
        assertEquals(List.of(), bare);
    }

    private static boolean isComplete(Path info) {
        return Files.exists(info)
                && House.text(info).contains("@NullMarked")
                && House.text(info).contains("/**");
    }
}
