package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class BuildTurnTest {

    @TempDir
    Path folder;

    @Test
    void one_after_another_has_the_turn_and_the_one_that_waits_says_so_once() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        CountDownLatch waits = new CountDownLatch(1);
        BuildTurn first = take(said::add);
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> {
            BuildTurn turn = take(line -> {
                said.add(line);
                waits.countDown();
            });
            said.add("second");
            turn.close();
        });
        waits.await();
        TimeUnit.MILLISECONDS.sleep(500);
        said.add("first");
        first.close();
        second.get();

        long self = ProcessHandle.current().pid();
        assertThat(said)
                .containsExactly(
                        "another Maven (process " + self + ") works on this module: waiting for it", "first", "second");
    }

    @Test
    void each_build_folder_has_its_own_turns() {
        List<String> said = new CopyOnWriteArrayList<>();
        BuildTurn one = BuildTurn.take(folder, folder.resolve("a/target"), said::add);
        BuildTurn other = BuildTurn.take(folder, folder.resolve("b/target"), said::add);
        one.close();
        other.close();

        assertThat(said).isEmpty();
    }

    @Test
    void turns_are_kept_outside_of_the_build_folder_if_they_can_be() throws Exception {
        Path target = folder.resolve("target");
        assertThat(BuildTurn.folder(folder.resolve("cache"), target)).isEqualTo(folder.resolve("cache/turns"));

        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(BuildTurn.folder(file, target)).isEqualTo(target.resolve("ml"));
    }

    private BuildTurn take(Consumer<String> waiting) {
        return BuildTurn.take(folder, folder.resolve("target"), waiting);
    }
}
