import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.PrintStream
import javax.tools.ToolProvider

/** Each recipe can be copied as it is. */
class RecipesTest {
    @ParameterizedTest
    @MethodSource("recipes")
    fun `a recipe compiles alone`(recipe: File, @TempDir folder: File) {
        val classes = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
        val complaints = ByteArrayOutputStream()
        val args = arrayOf("-classpath", classes, "-d", folder.path)
        val isCompiled = if (recipe.extension == "kt") {
            val options = arrayOf("-no-stdlib", "-no-reflect", "-jvm-target", "17")
            K2JVMCompiler().exec(PrintStream(complaints), *options, *args, recipe.path) == ExitCode.OK
        } else {
            // Surefire's class path names the folder of main classes, although there are none.
            val options = arrayOf("-Xlint:all,-path", "-Werror", "-proc:none")
            ToolProvider.getSystemJavaCompiler().run(null, complaints, complaints, *options, *args, recipe.path) == 0
        }
        assertEquals(true, isCompiled, "$complaints")
    }

    private companion object {
        @JvmStatic
        fun recipes(): List<File> {
            val examples = File(System.getProperty("examples"))
            return listOf("kotlin", "java").flatMap { examples.resolve(it).listFiles().orEmpty().toList() }.sorted()
        }
    }
}
