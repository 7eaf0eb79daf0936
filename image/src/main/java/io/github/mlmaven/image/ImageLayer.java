package io.github.mlmaven.image;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import io.github.mlmaven.image.Stage.StagedFile;
import io.github.mlmaven.step.ImageFile;
import io.github.mlmaven.text.Sha256;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One layer of an image.
 *
 * @param files by their absolute path in the image
 */
record ImageLayer(String name, SortedMap<String, StagedFile> files) {

    private static final FilePermissions READABLE = FilePermissions.fromOctalString("644");

    ImageLayer {
        files = new TreeMap<>(files);
    }

    long bytes() {
        return files.values().stream().mapToLong(StagedFile::bytes).sum();
    }

    /** What the result file says of it. */
    ImageFile.Layer described() {
        String lines = files.entrySet().stream()
                .map(file -> file.getValue().sha256() + " " + file.getKey() + "\n")
                .collect(Collectors.joining());
        return new ImageFile.Layer(name, Sha256.of(lines), bytes());
    }

    FileEntriesLayer toJib() {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        files.forEach((path, file) -> layer.addEntry(file.path(), AbsoluteUnixPath.get(path), READABLE, Stage.TIME));
        return layer.build();
    }
}
