# inside.sh DEBIAN REPOSITORY FOLDER COMMAND…: runs a command in a Debian in which the repository has the path that it has outside.
# In a mount namespace of its own: what is mounted ends with the command.
set -e
debian=$1 repository=$2 folder=$3
shift 3
mkdir -p "$debian$repository"
mount -t proc proc "$debian/proc"
mount --bind "$repository" "$debian$repository"
exec chroot "$debian" sh -c 'cd "$1" && shift && exec "$@"' sh "$folder" "$@"
